package no.speil.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import no.speil.corpus.Section;
import no.speil.corpus.Side;
import no.speil.status.TrackedSection;
import no.speil.status.XliffState;

/**
 * Writes a document as XLIFF 2.1 (OASIS 2018): a unit of one segment for each section that has
 * words, with its id and state. An omitted passage has an empty target; what the translator added
 * has an empty source.
 */
public final class XliffWriter {
  public static final String MEDIA_TYPE = "application/xliff+xml; charset=utf-8";
  private static final String CORE = "urn:oasis:names:tc:xliff:document:2.0";

  private final XMLOutputFactory factory = XMLOutputFactory.newInstance();

  /**
   * The metadata of the document.
   *
   * @param original path of the file below the archive's root
   * @param source language tag of the original
   * @param target language tag of the translation
   */
  public record Head(String original, String source, String target) {}

  /**
   * Writes all of it, in UTF-8.
   *
   * @param out is flushed and left open
   */
  public void write(OutputStream out, Head head, List<TrackedSection> sections) throws IOException {
    var writer = new BufferedWriter(new OutputStreamWriter(out, UTF_8));
    try {
      XMLStreamWriter xml = factory.createXMLStreamWriter(writer);
      xml.writeStartDocument(UTF_8.name(), "1.0");
      xml.writeStartElement("xliff");
      xml.writeDefaultNamespace(CORE);
      xml.writeAttribute("version", "2.1");
      xml.writeAttribute("srcLang", head.source());
      xml.writeAttribute("trgLang", head.target());
      xml.writeStartElement("file");
      xml.writeAttribute("id", "document");
      xml.writeAttribute("original", XmlText.permitted(head.original()));
      xml.writeAttribute("canResegment", "no");
      xml.writeAttribute("xml", XmlText.NAMESPACE, "space", "preserve");
      for (TrackedSection section : sections) {
        unit(xml, section);
      }
      xml.writeEndElement();
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.flush();
    } catch (XMLStreamException e) {
      throw XmlText.failure(e);
    }
    writer.write('\n');
    writer.flush();
  }

  private static void unit(XMLStreamWriter xml, TrackedSection tracked) throws XMLStreamException {
    Section section = tracked.section();
    String source = section.words(Side.ORIGINAL);
    String target = section.words(Side.TRANSLATION);
    if (source.isEmpty() && target.isEmpty()) {
      return;
    }
    xml.writeStartElement("unit");
    xml.writeAttribute("id", section.id().value());
    xml.writeStartElement("notes");
    xml.writeStartElement("note");
    xml.writeAttribute("category", "freshness");
    xml.writeCharacters(tracked.sectionStatus().freshness().code());
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeStartElement("segment");
    state(xml, XliffState.of(tracked.sectionStatus()));
    XmlText.element(xml, "source", source);
    if (!target.isEmpty() || tracked.sectionStatus().isLeftOut()) {
      XmlText.element(xml, "target", target);
    }
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private static void state(XMLStreamWriter xml, XliffState state) throws XMLStreamException {
    xml.writeAttribute("state", state.state());
    String subState = state.subState();
    if (subState != null) {
      xml.writeAttribute("subState", subState);
    }
  }
}
