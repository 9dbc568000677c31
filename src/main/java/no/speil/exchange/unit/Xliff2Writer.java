package no.speil.exchange.unit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import no.speil.corpus.State;
import no.speil.exchange.XmlText;
import no.speil.markdown.inline.CodedText;
import no.speil.markdown.inline.InlineCode;
import no.speil.status.TrackedSection;
import no.speil.status.XliffState;
import org.jspecify.annotations.Nullable;

/**
 * Writes a document as XLIFF 2.1 (OASIS 2018): a unit of one segment for each text, with its state;
 * inline markup as codes with their Markdown as original data. Ids of codes are numbers, since
 * OmegaT mixes up others.
 */
public final class Xliff2Writer extends XliffWriter {
  private static final String CORE = "urn:oasis:names:tc:xliff:document:2.0";
  private static final String METADATA = "urn:oasis:names:tc:xliff:metadata:2.0";

  @Override
  void open(XMLStreamWriter xml, UnitDocument document) throws XMLStreamException {
    xml.writeStartElement("xliff");
    xml.writeDefaultNamespace(CORE);
    xml.writeNamespace("mda", METADATA);
    xml.writeAttribute("version", "2.1");
    xml.writeAttribute("srcLang", document.source());
    xml.writeAttribute("trgLang", document.target());
    xml.writeStartElement("file");
    xml.writeAttribute("id", "document");
    xml.writeAttribute("original", XmlText.permitted(document.original()));
    xml.writeAttribute("canResegment", "no");
    xml.writeAttribute("xml", XmlText.NAMESPACE, "space", "preserve");
  }

  @Override
  void unit(XMLStreamWriter xml, TextUnit unit, TrackedSection tracked) throws XMLStreamException {
    xml.writeStartElement("unit");
    xml.writeAttribute("id", unit.id());
    if (!unit.translatable()) {
      xml.writeAttribute("translate", "no");
    }
    metadata(xml, tracked);
    xml.writeStartElement("notes");
    note(xml, "freshness", tracked.sectionStatus().freshness().code());
    for (String note : unit.notes()) {
      note(xml, "translator", note);
    }
    xml.writeEndElement();
    Map<String, String> data = data(unit);
    originalData(xml, data);
    xml.writeStartElement("segment");
    boolean hasTarget = unit.target() != null || tracked.sectionStatus().isLeftOut();
    state(
        xml,
        hasTarget
            ? XliffState.of(tracked.sectionStatus())
            : XliffState.of(State.UNTRANSLATED)); // nothing else is allowed without a target
    xml.writeStartElement("source");
    text(xml, unit.source(), data);
    xml.writeEndElement();
    @Nullable CodedText target = unit.target();
    if (hasTarget) {
      xml.writeStartElement("target");
      text(xml, target == null ? CodedText.EMPTY : target, data);
      xml.writeEndElement();
    }
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private static void metadata(XMLStreamWriter xml, TrackedSection tracked)
      throws XMLStreamException {
    xml.writeStartElement(METADATA, "metadata");
    xml.writeStartElement(METADATA, "metaGroup");
    xml.writeAttribute("category", "speil");
    xml.writeStartElement(METADATA, "meta");
    xml.writeAttribute("type", "version");
    xml.writeCharacters(tracked.version().toString());
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private static void note(XMLStreamWriter xml, String category, String text)
      throws XMLStreamException {
    xml.writeStartElement("note");
    xml.writeAttribute("category", category);
    xml.writeCharacters(XmlText.permitted(text));
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
      xml.writeStartElement("data");
      xml.writeAttribute("id", each.getValue());
      xml.writeCharacters(XmlText.permitted(each.getKey()));
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private static void state(XMLStreamWriter xml, XliffState state) throws XMLStreamException {
    xml.writeAttribute("state", state.state());
    String subState = state.subState();
    if (subState != null) {
      xml.writeAttribute("subState", subState);
    }
  }

  private static void text(XMLStreamWriter xml, CodedText text, Map<String, String> data)
      throws XMLStreamException {
    for (CodedText.Part part : text.parts()) {
      switch (part) {
        case CodedText.Words words -> xml.writeCharacters(XmlText.permitted(words.text()));
        case InlineCode code -> code(xml, code, text, data);
      }
    }
  }

  private static void code(
      XMLStreamWriter xml, InlineCode code, CodedText text, Map<String, String> data)
      throws XMLStreamException {
    switch (code.position()) {
      case ALONE -> {
        xml.writeEmptyElement("ph");
        xml.writeAttribute("id", String.valueOf(code.id()));
        xml.writeAttribute("dataRef", data.get(code.data()));
        type(xml, code.type());
        xml.writeAttribute("disp", XmlText.permitted(code.data()));
      }
      case OPEN -> {
        xml.writeStartElement("pc");
        xml.writeAttribute("id", String.valueOf(code.id()));
        xml.writeAttribute("dataRefStart", data.get(code.data()));
        xml.writeAttribute("dataRefEnd", data.get(end(text, code)));
        type(xml, code.type());
      }
      case CLOSE -> xml.writeEndElement();
    }
  }

  private static String end(CodedText text, InlineCode open) {
    return text.codes().stream()
        .filter(code -> code.id() == open.id() && code.position() == InlineCode.Position.CLOSE)
        .map(InlineCode::data)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("a span without an end: " + open));
  }

  private static void type(XMLStreamWriter xml, InlineCode.Type type) throws XMLStreamException {
    switch (type) {
      case BOLD -> type(xml, "fmt", "xlf:b");
      case ITALIC -> type(xml, "fmt", "xlf:i");
      case LINE_BREAK -> type(xml, "fmt", "xlf:lb");
      case STRIKE -> type(xml, "fmt", "speil:strike");
      case CODE -> type(xml, "fmt", "speil:code");
      case LINK -> xml.writeAttribute("type", "link");
      case IMAGE -> xml.writeAttribute("type", "image");
      case FOOTNOTE -> type(xml, "other", "speil:footnote");
      case HTML -> type(xml, "other", "speil:html");
      case SHORTCODE -> type(xml, "other", "speil:shortcode");
      case ATTRIBUTES -> type(xml, "other", "speil:attributes");
      case BLOCK -> type(xml, "other", "speil:block");
    }
  }

  private static void type(XMLStreamWriter xml, String type, String subType)
      throws XMLStreamException {
    xml.writeAttribute("type", type);
    xml.writeAttribute("subType", subType);
  }
}
