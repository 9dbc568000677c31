package no.speil.exchange.unit;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import no.speil.corpus.State;
import no.speil.exchange.XmlText;
import no.speil.markdown.inline.CodedText;
import no.speil.markdown.inline.InlineCode;
import no.speil.markdown.inline.InlineCode.Position;
import no.speil.status.TrackedSection;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Writes a document as XLIFF 2.1 (OASIS 2018): a unit of one segment for each text, with its state;
 * inline markup as codes with their Markdown as original data. Ids of codes are numbers, since
 * OmegaT mixes up others.
 */
final class Xliff2Writer extends XliffWriter {
  private static final String CORE = "urn:oasis:names:tc:xliff:document:2.0";
  private static final String METADATA = "urn:oasis:names:tc:xliff:metadata:2.0";

  @Override
  Element open(Document page, UnitDocument document) {
    Element xliff =
        XmlText.add(page, "xliff", "xmlns", CORE, "xmlns:mda", METADATA, "version", "2.1");
    xliff.attr("srcLang", document.source()).attr("trgLang", document.target());
    Element file = XmlText.add(xliff, "file", "id", "document", "original", document.original());
    return file.attr("canResegment", "no").attr("xml:space", "preserve");
  }

  @Override
  void unit(Element parent, TextUnit unit, TrackedSection tracked) {
    String translate = unit.translatable() ? "" : "no";
    Element made = XmlText.add(parent, "unit", "id", unit.id(), "translate", translate);
    Element group = made.appendElement("mda:metadata").appendElement("mda:metaGroup");
    group.attr("category", "speil");
    XmlText.addText(group, "mda:meta", tracked.version().toString(), "type", "version");
    Element notes = made.appendElement("notes");
    String freshness = tracked.sectionStatus().freshness().code();
    XmlText.addText(notes, "note", freshness, "category", "freshness");
    if (!unit.note().isEmpty()) {
      XmlText.addText(notes, "note", unit.note(), "category", "translator");
    }
    Map<String, String> data = data(unit);
    if (!data.isEmpty()) {
      Element original = made.appendElement("originalData");
      data.forEach((markdown, id) -> XmlText.addText(original, "data", markdown, "id", id));
    }
    boolean hasTarget = unit.target() != null || tracked.sectionStatus().isLeftOut();
    XliffState state =
        hasTarget
            ? XliffState.of(tracked.sectionStatus())
            : XliffState.of(State.UNTRANSLATED); // nothing else is allowed without a target
    Element segment =
        XmlText.add(made, "segment", "state", state.state(), "subState", state.subState());
    text(segment, "source", unit.source(), data);
    if (hasTarget) {
      text(segment, "target", Objects.requireNonNullElse(unit.target(), CodedText.EMPTY), data);
    }
  }

  /** The Markdown of all codes of a unit, each once, and the ids to refer to it. */
  private static Map<String, String> data(TextUnit unit) {
    var data = new LinkedHashMap<String, String>();
    Stream.concat(Stream.of(unit.source()), Stream.ofNullable(unit.target()))
        .flatMap(text -> text.codes().stream())
        .forEach(code -> data.computeIfAbsent(code.data(), key -> "d" + (data.size() + 1)));
    return data;
  }

  private static void text(Element parent, String name, CodedText text, Map<String, String> data) {
    text(parent, name, text, (code, at) -> code(code, at, text, data));
  }

  private static Element code(
      InlineCode code, Element parent, CodedText text, Map<String, String> data) {
    String id = String.valueOf(code.id());
    String start = data.getOrDefault(code.data(), "");
    Type type = type(code.type());
    if (code.position() == Position.OPEN) {
      String end = data.getOrDefault(CodeMatcher.end(text, code), "");
      return type.on(XmlText.add(parent, "pc", "id", id, "dataRefStart", start, "dataRefEnd", end));
    }
    type.on(XmlText.add(parent, "ph", "id", id, "dataRef", start, "disp", code.data()));
    return parent;
  }

  /** What kind of code it is, by the standard and by Speil. */
  private record Type(String type, String subType) {
    Element on(Element code) {
      code.attr("type", type);
      return subType.isEmpty() ? code : code.attr("subType", subType);
    }
  }

  private static Type type(InlineCode.Type type) {
    return switch (type) {
      case BOLD -> new Type("fmt", "xlf:b");
      case ITALIC -> new Type("fmt", "xlf:i");
      case LINE_BREAK -> new Type("fmt", "xlf:lb");
      case STRIKE, CODE -> new Type("fmt", "speil:" + code(type));
      case LINK, IMAGE -> new Type(code(type), "");
      case FOOTNOTE, HTML, SHORTCODE, ATTRIBUTES, BLOCK -> new Type("other", "speil:" + code(type));
    };
  }

  private static String code(InlineCode.Type type) {
    return type.name().toLowerCase(Locale.ROOT);
  }
}
