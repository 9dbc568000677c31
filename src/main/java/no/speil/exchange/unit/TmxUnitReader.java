package no.speil.exchange.unit;

import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import no.speil.exchange.TmxWriter;
import no.speil.exchange.unit.ImportedUnit.Plain;
import org.jspecify.annotations.Nullable;

/**
 * Reads the units of a translation memory (TMX 1.4) that have an id. The English variant is the
 * translation, the other the original.
 */
final class TmxUnitReader {
  private TmxUnitReader() {}

  static List<ImportedUnit> read(InputStream in) throws UnreadableFileException {
    return XmlReaders.read(in, Set.of("tmx"), TmxUnitReader::units);
  }

  private static List<ImportedUnit> units(XMLStreamReader xml) throws XMLStreamException {
    var units = new ArrayList<ImportedUnit>();
    boolean isSentence = false;
    while (xml.hasNext()) {
      if (xml.next() != XMLStreamConstants.START_ELEMENT) {
        continue;
      }
      if (xml.getLocalName().equals("header")) {
        isSentence = XmlReaders.attribute(xml, "segtype").equals("sentence");
      } else if (xml.getLocalName().equals("tu")) {
        ImportedUnit unit = unit(xml, isSentence);
        if (!unit.id().isEmpty()) {
          units.add(unit);
        }
      }
    }
    return units;
  }

  private static ImportedUnit unit(XMLStreamReader xml, boolean isSentence)
      throws XMLStreamException {
    String id = XmlReaders.attribute(xml, "tuid");
    @Nullable Instant changed = time(XmlReaders.attribute(xml, "changedate"));
    String source = "";
    String target = "";
    String language = "";
    while (!(xml.isEndElement() && xml.getLocalName().equals("tu"))) {
      if (xml.next() != XMLStreamConstants.START_ELEMENT) {
        continue;
      }
      if (xml.getLocalName().equals("tuv")) {
        language = XmlReaders.attribute(xml, "lang").toLowerCase(Locale.ROOT);
      } else if (xml.getLocalName().equals("seg")) {
        String words = XmlReaders.words(xml);
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

  private static @Nullable Instant time(String written) {
    try {
      return Instant.from(TmxWriter.TIME.parse(written));
    } catch (DateTimeException e) {
      return null; // another tool's form of dates says nothing
    }
  }
}
