package no.speil.exchange.unit;

import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import no.speil.exchange.TmxWriter;
import no.speil.exchange.unit.ImportedUnit.Plain;
import no.speil.exchange.unit.UnreadableFileException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Reads the units of a translation memory (TMX 1.4) that have an id. The English variant is the
 * translation, the other the original.
 */
final class TmxUnitReader implements UnitReader {
  @Override
  public List<ImportedUnit> read(InputStream in) throws IOException, UnreadableFileException {
    XMLStreamReader xml = XmlReaders.open(in);
    try {
      return units(xml);
    } catch (XMLStreamException e) {
      throw XmlReaders.failure(e);
    } finally {
      XmlReaders.close(xml);
    }
  }

  private static List<ImportedUnit> units(XMLStreamReader xml)
      throws XMLStreamException, UnreadableFileException {
    while (xml.hasNext() && xml.next() != XMLStreamConstants.START_ELEMENT) {
      XmlReaders.refuseEntities(xml);
    }
    if (!xml.isStartElement() || !xml.getLocalName().equals("tmx")) {
      throw new UnreadableFileException(Reason.NOT_THIS_FORMAT, 0, "");
    }
    var units = new ArrayList<ImportedUnit>();
    boolean isSentence = false;
    while (xml.hasNext()) {
      if (xml.next() != XMLStreamConstants.START_ELEMENT) {
        continue;
      }
      if (xml.getLocalName().equals("header")) {
        isSentence = "sentence".equals(xml.getAttributeValue(null, "segtype"));
      } else if (xml.getLocalName().equals("tu")) {
        String id = xml.getAttributeValue(null, "tuid");
        @Nullable Instant changed = time(xml.getAttributeValue(null, "changedate"));
        ImportedUnit unit = unit(xml, id == null ? "" : id, changed, isSentence);
        if (!unit.id().isEmpty()) {
          units.add(unit);
        }
      }
    }
    return units;
  }

  private static ImportedUnit unit(
      XMLStreamReader xml, String id, @Nullable Instant changed, boolean isSentence)
      throws XMLStreamException {
    String source = "";
    String target = "";
    String language = "";
    while (!(xml.isEndElement() && xml.getLocalName().equals("tu"))) {
      if (xml.next() != XMLStreamConstants.START_ELEMENT) {
        continue;
      }
      if (xml.getLocalName().equals("tuv")) {
        language = language(xml);
      } else if (xml.getLocalName().equals("seg")) {
        String words = segment(xml);
        if (language.startsWith("en")) {
          target = words;
        } else {
          source = words;
        }
      }
    }
    return new ImportedUnit(
        id,
        new Plain(source, isSentence),
        target.isBlank() ? null : new Plain(target, isSentence),
        null,
        "",
        changed,
        true);
  }

  private static @Nullable Instant time(@Nullable String written) {
    try {
      return written == null ? null : Instant.from(TmxWriter.TIME.parse(written));
    } catch (DateTimeException e) {
      return null; // another tool's form of dates says nothing
    }
  }

  private static String language(XMLStreamReader xml) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals("lang")) {
        return xml.getAttributeValue(i).toLowerCase(Locale.ROOT);
      }
    }
    return "";
  }

  /** The words of a segment; what stands in its codes is markup of other tools. */
  private static String segment(XMLStreamReader xml) throws XMLStreamException {
    var words = new StringBuilder();
    int depth = 0;
    while (true) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        depth++;
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        if (depth-- == 0) {
          return words.toString();
        }
      } else if (xml.isCharacters() && depth == 0) {
        words.append(xml.getText());
      }
    }
  }
}
