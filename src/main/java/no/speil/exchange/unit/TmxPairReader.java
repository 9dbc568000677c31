package no.speil.exchange.unit;

import java.io.InputStream;
import java.util.Set;
import java.util.function.BiConsumer;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import no.speil.corpus.Language;
import no.speil.exchange.unit.UnreadableFileException.Reason;

/**
 * Reads the Norwegian and English texts of a translation memory of any program (TMX 1.4b, level 1:
 * without the codes in them), whichever was translated. Holds one unit at a time.
 */
public final class TmxPairReader {
  /** In characters; longer texts are no sentences. */
  private static final int LONGEST = 10_000;

  private final XMLStreamReader xml;
  private String norwegian = "";
  private String english = "";

  private TmxPairReader(XMLStreamReader xml) {
    this.xml = xml;
  }

  /**
   * Gives the pairs in order.
   *
   * @param sink is given the Norwegian text and the English one; what it got counts only if this
   *     returns
   * @throws UnreadableFileException if the file is damaged, or has no such pair
   */
  public static void read(InputStream in, BiConsumer<String, String> sink)
      throws UnreadableFileException {
    XmlReaders.read(
        in,
        Set.of("tmx"),
        xml -> {
          new TmxPairReader(xml).pairs(sink);
          return sink;
        });
  }

  private void pairs(BiConsumer<String, String> sink)
      throws XMLStreamException, UnreadableFileException {
    boolean isEmpty = true;
    int first = 0;
    while (xml.hasNext()) {
      xml.next();
      if (xml.isStartElement() && xml.getLocalName().equals("tu")) {
        first = first == 0 ? xml.getLocation().getLineNumber() : first;
        unit();
        if (!norwegian.isEmpty() && !english.isEmpty()) {
          isEmpty = false;
          sink.accept(norwegian, english);
        }
      }
    }
    if (isEmpty) {
      throw new UnreadableFileException(Reason.OTHER_LANGUAGES, first, "");
    }
  }

  /** Takes the first text of each language. */
  private void unit() throws XMLStreamException {
    norwegian = "";
    english = "";
    Language language = Language.UNDETERMINED;
    while (!(xml.isEndElement() && xml.getLocalName().equals("tu"))) {
      xml.next();
      if (xml.isStartElement() && xml.getLocalName().equals("tuv")) {
        language = Language.of(XmlReaders.attribute(xml, "lang"));
      } else if (xml.isStartElement() && xml.getLocalName().equals("seg")) {
        String words = XmlReaders.words(xml).strip().replaceAll("\\s+", " ");
        if (words.length() > LONGEST) {
          continue;
        }
        if (language.isNorwegian() && norwegian.isEmpty()) {
          norwegian = words;
        } else if (language.isEnglish() && english.isEmpty()) {
          english = words;
        }
      }
    }
  }
}
