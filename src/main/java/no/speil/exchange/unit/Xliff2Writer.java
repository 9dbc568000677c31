package no.speil.exchange.unit;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import no.speil.corpus.State;
import no.speil.exchange.XmlText;
import no.speil.markdown.inline.CodedText;
import no.speil.markdown.inline.InlineCode;
import no.speil.status.TrackedSection;

/**
 * Writes a document as XLIFF 2.1 (OASIS 2018): a unit of one segment for each text, with its state;
 * inline markup as codes with their Markdown as original data. Ids of codes are numbers, since
 * OmegaT mixes up others.
 */
final class Xliff2Writer extends XliffWriter {
  private static final String CORE = "urn:oasis:names:tc:xliff:document:2.0";
  private static final String METADATA = "urn:oasis:names:tc:xliff:metadata:2.0";

  @Override
  void open(XMLStreamWriter xml, UnitDocument document) throws XMLStreamException {
    XmlText.start(xml, "xliff", "xmlns", CORE, "xmlns:mda", METADATA, "version", "2.1");
    XmlText.attributes(xml, "srcLang", document.source(), "trgLang", document.target());
    XmlText.start(xml, "file", "id", "document", "original", document.original());
    XmlText.attributes(xml, "canResegment", "no", "xml:space", "preserve");
  }

  @Override
  void unit(XMLStreamWriter xml, TextUnit unit, TrackedSection tracked) throws XMLStreamException {
    XmlText.start(xml, "unit", "id", unit.id(), "translate", unit.translatable() ? "" : "no");
    xml.writeStartElement("mda:metadata");
    XmlText.start(xml, "mda:metaGroup", "category", "speil");
    XmlText.element(xml, "mda:meta", tracked.version().toString(), "type", "version");
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeStartElement("notes");
    String freshness = tracked.sectionStatus().freshness().code();
    XmlText.element(xml, "note", freshness, "category", "freshness");
    if (!unit.note().isEmpty()) {
      XmlText.element(xml, "note", unit.note(), "category", "translator");
    }
    xml.writeEndElement();
    Map<String, String> data = data(unit);
    originalData(xml, data);
    boolean hasTarget = unit.target() != null || tracked.sectionStatus().isLeftOut();
    XliffState state =
        hasTarget
            ? XliffState.of(tracked.sectionStatus())
            : XliffState.of(State.UNTRANSLATED); // nothing else is allowed without a target
    XmlText.start(xml, "segment", "state", state.state(), "subState", state.subState());
    CodedText source = unit.source();
    text(xml, "source", source, code -> code(xml, code, source, data));
    if (hasTarget) {
      CodedText target = Objects.requireNonNullElse(unit.target(), CodedText.EMPTY);
      text(xml, "target", target, code -> code(xml, code, target, data));
    }
    xml.writeEndElement();
    xml.writeEndElement();
  }

  /** The Markdown of all codes of a unit, each once, and the ids to refer to it. */
  private static Map<String, String> data(TextUnit unit) {
    var data = new LinkedHashMap<String, String>();
    Stream.concat(Stream.of(unit.source()), Stream.ofNullable(unit.target()))
        .flatMap(text -> text.codes().stream())
        .forEach(code -> data.computeIfAbsent(code.data(), key -> "d" + (data.size() + 1)));
    return data;
  }

  private static void originalData(XMLStreamWriter xml, Map<String, String> data)
      throws XMLStreamException {
    if (data.isEmpty()) {
      return;
    }
    xml.writeStartElement("originalData");
    for (Map.Entry<String, String> each : data.entrySet()) {
      XmlText.element(xml, "data", each.getKey(), "id", each.getValue());
    }
    xml.writeEndElement();
  }

  private static void code(
      XMLStreamWriter xml, InlineCode code, CodedText text, Map<String, String> data)
      throws XMLStreamException {
    String id = String.valueOf(code.id());
    String start = data.getOrDefault(code.data(), "");
    Type type = type(code.type());
    switch (code.position()) {
      case ALONE -> {
        XmlText.empty(xml, "ph", "id", id, "dataRef", start, "type", type.type());
        XmlText.attributes(xml, "subType", type.subType(), "disp", code.data());
      }
      case OPEN -> {
        XmlText.start(xml, "pc", "id", id, "dataRefStart", start);
        XmlText.attributes(xml, "dataRefEnd", data.getOrDefault(CodeMatcher.end(text, code), ""));
        XmlText.attributes(xml, "type", type.type(), "subType", type.subType());
      }
      case CLOSE -> xml.writeEndElement();
    }
  }

  /** What kind of code it is, by the standard and by Speil. */
  private record Type(String type, String subType) {}

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
