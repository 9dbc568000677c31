package no.speil.exchange.term;

import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import no.speil.exchange.XmlText;
import no.speil.lexicon.GlossaryEntry;

/** Writes terms as TBX-Basic of version 2, which more programs read than version 3. */
public final class TbxWriter {
  private TbxWriter() {}

  /**
   * The file with all of them, in UTF-8.
   *
   * @param source where they come from, in words
   */
  public static byte[] bytes(String source, List<GlossaryEntry> terms) {
    return XmlText.bytes(
        xml -> {
          xml.writeCharacters("\n");
          XmlText.start(xml, "martif", "type", "TBX-Basic", "xml:lang", "en");
          XmlText.start(xml, "martifHeader");
          XmlText.start(xml, "fileDesc");
          XmlText.start(xml, "sourceDesc");
          XmlText.element(xml, "p", source);
          xml.writeEndElement();
          xml.writeEndElement();
          xml.writeEndElement();
          XmlText.start(xml, "text");
          XmlText.start(xml, "body");
          for (GlossaryEntry each : terms) {
            entry(xml, each);
          }
          xml.writeCharacters("\n");
        });
  }

  private static void entry(XMLStreamWriter xml, GlossaryEntry term) throws XMLStreamException {
    xml.writeCharacters("\n");
    XmlText.start(xml, "termEntry", "id", "line-" + term.line());
    if (!term.note().isEmpty()) {
      XmlText.element(xml, "note", term.note());
    }
    language(xml, "nb", term.norwegian());
    language(xml, "en", term.english());
    xml.writeEndElement();
  }

  private static void language(XMLStreamWriter xml, String lang, String words)
      throws XMLStreamException {
    XmlText.start(xml, "langSet", "xml:lang", lang);
    XmlText.start(xml, "tig");
    XmlText.element(xml, "term", words);
    xml.writeEndElement();
    xml.writeEndElement();
  }
}
