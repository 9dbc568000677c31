package no.speil.exchange.unit;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import no.speil.exchange.XmlText;
import no.speil.markdown.inline.CodedText;
import no.speil.markdown.inline.InlineCode;
import no.speil.status.TrackedSection;

/** What both versions of XLIFF have: a unit for each text, those of a section in a group. */
abstract class XliffWriter {
  final void write(OutputStream out, UnitDocument document) throws IOException {
    XmlText.document(
        out,
        xml -> {
          open(xml, document);
          for (TrackedSection section : document.sections()) {
            section(xml, section);
          }
        });
  }

  /** Writes everything before the first unit, and leaves its elements open. */
  abstract void open(XMLStreamWriter xml, UnitDocument document) throws XMLStreamException;

  abstract void unit(XMLStreamWriter xml, TextUnit unit, TrackedSection section)
      throws XMLStreamException;

  /** Writes one code of a text. */
  interface CodeWriter {
    void write(InlineCode code) throws XMLStreamException;
  }

  /** Writes a text with its codes, as an element. */
  static void text(
      XMLStreamWriter xml, String name, CodedText text, CodeWriter codes, String... attributes)
      throws XMLStreamException {
    XmlText.start(xml, name, attributes);
    for (CodedText.Part part : text.parts()) {
      switch (part) {
        case CodedText.Words words -> xml.writeCharacters(XmlText.permitted(words.text()));
        case InlineCode code -> codes.write(code);
      }
    }
    xml.writeEndElement();
  }

  private void section(XMLStreamWriter xml, TrackedSection section) throws XMLStreamException {
    List<TextUnit> units = SectionUnits.of(section).units();
    if (units.size() > 1) {
      XmlText.start(xml, "group", "id", section.section().id().value());
    }
    for (TextUnit unit : units) {
      unit(xml, unit, section);
    }
    if (units.size() > 1) {
      xml.writeEndElement();
    }
  }
}
