package no.speil.exchange.unit;

import java.util.Locale;
import no.speil.exchange.XmlText;
import no.speil.markdown.inline.CodedText;
import no.speil.markdown.inline.InlineCode;
import no.speil.markdown.inline.InlineCode.Position;
import no.speil.status.TrackedSection;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
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
  Element open(Document page, UnitDocument document) {
    Element xliff =
        XmlText.add(page, "xliff", "xmlns", CORE, "xmlns:speil", SPEIL, "version", "1.2");
    Element file = XmlText.add(xliff, "file", "original", document.original());
    file.attr("datatype", "x-markdown");
    file.attr("source-language", document.source()).attr("target-language", document.target());
    return file.appendElement("body");
  }

  @Override
  void unit(Element parent, TextUnit unit, TrackedSection tracked) {
    XliffState state = XliffState.of(tracked.sectionStatus());
    String translate = unit.translatable() ? "" : "no";
    String approved = state.version1().equals("final") ? "yes" : "";
    Element made =
        XmlText.add(
            parent, "trans-unit", "id", unit.id(), "translate", translate, "approved", approved);
    made.attr("xml:space", "preserve").attr("speil:version", tracked.version().toString());
    text(made, "source", unit.source(), Xliff1Writer::code);
    @Nullable CodedText target = unit.target();
    if (target != null) {
      text(made, "target", target, Xliff1Writer::code, "state", state.version1());
    }
    if (!unit.note().isEmpty()) {
      XmlText.addText(made, "note", unit.note());
    }
    String freshness = tracked.sectionStatus().freshness().code();
    XmlText.addText(made, "note", "freshness: " + freshness);
  }

  private static Element code(InlineCode code, Element parent) {
    String id = String.valueOf(code.id());
    if (code.position() == Position.OPEN) {
      return XmlText.add(parent, "g", "id", id, "ctype", type(code.type()));
    }
    XmlText.addText(parent, "ph", code.data(), "id", id);
    return parent;
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
