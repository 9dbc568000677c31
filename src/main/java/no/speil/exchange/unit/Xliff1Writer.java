package no.speil.exchange.unit;

import java.util.Locale;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import no.speil.exchange.XmlText;
import no.speil.markdown.inline.CodedText;
import no.speil.markdown.inline.InlineCode;
import no.speil.status.TrackedSection;
import org.jspecify.annotations.Nullable;

/**
 * Writes a document as XLIFF 1.2 (OASIS 2008) for tools that do not know XLIFF 2. Spans are {@code
 * g}, other codes {@code ph} with their Markdown: OmegaT mixes up {@code x} with a type.
 */
final class Xliff1Writer extends XliffWriter {
  /** Of the attribute that says which version of a section a unit was made of. */
  private static final String SPEIL = "urn:speil:xliff";

  private static final String CORE = "urn:oasis:names:tc:xliff:document:1.2";

  @Override
  void open(XMLStreamWriter xml, UnitDocument document) throws XMLStreamException {
    XmlText.start(xml, "xliff", "xmlns", CORE, "xmlns:speil", SPEIL, "version", "1.2");
    XmlText.start(xml, "file", "original", document.original(), "datatype", "x-markdown");
    XmlText.attributes(xml, "source-language", document.source());
    XmlText.attributes(xml, "target-language", document.target());
    xml.writeStartElement("body");
  }

  @Override
  void unit(XMLStreamWriter xml, TextUnit unit, TrackedSection tracked) throws XMLStreamException {
    XliffState state = XliffState.of(tracked.sectionStatus());
    XmlText.start(xml, "trans-unit", "id", unit.id(), "xml:space", "preserve");
    XmlText.attributes(xml, "translate", unit.translatable() ? "" : "no");
    XmlText.attributes(xml, "approved", state.version1().equals("final") ? "yes" : "");
    XmlText.attributes(xml, "speil:version", tracked.version().toString());
    text(xml, "source", unit.source(), code -> code(xml, code));
    @Nullable CodedText target = unit.target();
    if (target != null) {
      text(xml, "target", target, code -> code(xml, code), "state", state.version1());
    }
    if (!unit.note().isEmpty()) {
      XmlText.element(xml, "note", unit.note());
    }
    XmlText.element(xml, "note", "freshness: " + tracked.sectionStatus().freshness().code());
    xml.writeEndElement();
  }

  private static void code(XMLStreamWriter xml, InlineCode code) throws XMLStreamException {
    String id = String.valueOf(code.id());
    switch (code.position()) {
      case ALONE -> XmlText.element(xml, "ph", code.data(), "id", id);
      case OPEN -> XmlText.start(xml, "g", "id", id, "ctype", type(code.type()));
      case CLOSE -> xml.writeEndElement();
    }
  }

  private static String type(InlineCode.Type type) {
    return switch (type) {
      case BOLD -> "bold";
      case ITALIC -> "italic";
      case LINK -> "link";
      default -> "x-" + type.name().toLowerCase(Locale.ROOT);
    };
  }
}
