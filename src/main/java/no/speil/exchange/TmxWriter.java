package no.speil.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Iterator;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes sections as translation memory exchange (TMX 1.4b, LISA OSCAR 2005): a unit for each or
 * for each of its sentences, with one variant where it has one text, and none where it has no words
 * at all. One that was cut off is not well-formed.
 */
final class TmxWriter implements PairWriter {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final XMLOutputFactory factory = XMLOutputFactory.newInstance();
  private final Unit unit;
  private final Division division;

  TmxWriter(Unit unit, Division division) {
    this.unit = unit;
    this.division = division;
  }

  @Override
  public void write(OutputStream out, Extract extract, Iterator<Pair> pairs) throws IOException {
    var writer = new BufferedWriter(new OutputStreamWriter(out, UTF_8));
    try {
      XMLStreamWriter xml = factory.createXMLStreamWriter(writer);
      xml.writeStartDocument(UTF_8.name(), "1.0");
      xml.writeCharacters("\n");
      xml.writeStartElement("tmx");
      xml.writeAttribute("version", "1.4");
      head(xml, extract);
      xml.writeStartElement("body");
      while (pairs.hasNext()) {
        Pair pair = pairs.next();
        if (!pair.original().isEmpty() || !pair.translation().isEmpty()) {
          units(xml, division.of(pair));
        }
      }
      xml.writeCharacters("\n");
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

  private void head(XMLStreamWriter xml, Extract extract) throws XMLStreamException {
    xml.writeStartElement("header");
    xml.writeAttribute("creationtool", "Speil");
    xml.writeAttribute("creationtoolversion", "0.1.0");
    xml.writeAttribute("segtype", unit == Unit.SECTION ? "paragraph" : "sentence");
    xml.writeAttribute("o-tmf", "Speil");
    xml.writeAttribute("adminlang", "en");
    xml.writeAttribute("srclang", "*all*"); // the originals are in more than one language
    xml.writeAttribute("datatype", "plaintext");
    xml.writeAttribute("creationdate", time(extract.made()));
    property(xml, "query", extract.query());
    property(xml, "url", extract.page());
    property(xml, "total", String.valueOf(extract.total()));
    xml.writeEndElement();
  }

  private void units(XMLStreamWriter xml, List<Pair> pairs) throws XMLStreamException {
    for (int k = 0; k < pairs.size(); k++) {
      xml.writeCharacters("\n");
      String section = pairs.get(k).section().value();
      unit(xml, pairs.get(k), pairs.size() == 1 ? section : section + "-" + (k + 1));
    }
  }

  private void unit(XMLStreamWriter xml, Pair pair, String id) throws XMLStreamException {
    xml.writeStartElement("tu");
    xml.writeAttribute("tuid", id);
    xml.writeAttribute("srclang", pair.original().lang());
    xml.writeAttribute("changedate", time(pair.status().changed()));
    property(xml, "section", unit == Unit.SECTION ? "" : pair.section().value());
    property(xml, "document", pair.work().document().value());
    property(xml, "title-no", pair.work().titles().original());
    property(xml, "title-en", pair.work().titles().translation());
    property(xml, "date", pair.work().date());
    property(xml, "state", pair.status().state().code());
    property(xml, "freshness", pair.status().freshness().code());
    variant(xml, pair.original());
    variant(xml, pair.translation());
    xml.writeEndElement();
  }

  private static void variant(XMLStreamWriter xml, Pair.Text text) throws XMLStreamException {
    if (text.isEmpty()) {
      return;
    }
    xml.writeStartElement("tuv");
    xml.writeAttribute("xml", XmlText.NAMESPACE, "lang", text.lang());
    property(xml, "url", text.address());
    XmlText.element(xml, "seg", text.words());
    xml.writeEndElement();
  }

  private static void property(XMLStreamWriter xml, String name, String value)
      throws XMLStreamException {
    if (!value.isEmpty()) {
      xml.writeStartElement("prop");
      xml.writeAttribute("type", "x-" + name);
      xml.writeCharacters(XmlText.permitted(value));
      xml.writeEndElement();
    }
  }

  private static String time(Instant at) {
    return TIME.format(at);
  }
}
