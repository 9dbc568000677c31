package no.speil.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import no.speil.corpus.text.SpeilVersion;

/**
 * Writes sections as a translation memory (TMX 1.4b, LISA OSCAR 2005): one unit for each section or
 * each of its sentences that has both texts: programs stop at a unit that lacks a variant in its
 * source language. A file that was cut off is not well-formed.
 */
public final class TmxWriter implements ExportWriter {
  /** Dates of a translation memory: UTC, in seconds. */
  public static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final boolean isWhole;
  private final Function<TranslationUnit, List<TranslationUnit>> splitter;

  TmxWriter(SegmentType segments, Function<TranslationUnit, List<TranslationUnit>> splitter) {
    this.isWhole = segments == SegmentType.SECTION;
    this.splitter = splitter;
  }

  @Override
  public void write(OutputStream out, ExportHeader header, Iterator<TranslationUnit> units)
      throws IOException {
    XmlText.document(
        out,
        xml -> {
          xml.writeCharacters("\n");
          XmlText.start(xml, "tmx", "version", "1.4");
          head(xml, header);
          xml.writeStartElement("body");
          while (units.hasNext()) {
            TranslationUnit unit = units.next();
            if (isPair(unit)) {
              units(xml, isWhole ? List.of(unit) : splitter.apply(unit));
            }
          }
          xml.writeCharacters("\n");
        });
  }

  private void head(XMLStreamWriter xml, ExportHeader header) throws XMLStreamException {
    XmlText.start(xml, "header", "creationtool", "Speil");
    XmlText.attributes(xml, "creationtoolversion", SpeilVersion.VERSION);
    XmlText.attributes(xml, "segtype", isWhole ? "paragraph" : "sentence", "o-tmf", "Speil");
    // the originals are in more than one language
    XmlText.attributes(xml, "adminlang", "en", "srclang", "*all*", "datatype", "plaintext");
    XmlText.attributes(xml, "creationdate", TIME.format(header.made()));
    property(xml, "query", header.query());
    property(xml, "url", header.page());
    property(xml, "total", String.valueOf(header.total()));
    xml.writeEndElement();
  }

  private void units(XMLStreamWriter xml, List<TranslationUnit> units) throws XMLStreamException {
    for (int k = 0; k < units.size(); k++) {
      TranslationUnit unit = units.get(k);
      if (isPair(unit)) {
        xml.writeCharacters("\n");
        unit(xml, unit, unit.section() + (units.size() == 1 ? "" : "-" + (k + 1)));
      }
    }
  }

  private static boolean isPair(TranslationUnit unit) {
    return !unit.original().words().isBlank() && !unit.translation().words().isBlank();
  }

  private void unit(XMLStreamWriter xml, TranslationUnit unit, String id)
      throws XMLStreamException {
    XmlText.start(xml, "tu", "tuid", id, "srclang", unit.original().lang());
    XmlText.attributes(xml, "changedate", TIME.format(unit.status().changed()));
    property(xml, "section", isWhole ? "" : unit.section().value());
    property(xml, "document", unit.documentRef().document().value());
    property(xml, "title-no", unit.documentRef().titles().original());
    property(xml, "title-en", unit.documentRef().titles().translation());
    property(xml, "date", unit.documentRef().date());
    property(xml, "state", unit.status().state().code());
    property(xml, "freshness", unit.status().freshness().code());
    variant(xml, unit.original());
    variant(xml, unit.translation());
    xml.writeEndElement();
  }

  private static void variant(XMLStreamWriter xml, TranslationUnit.Text text)
      throws XMLStreamException {
    XmlText.start(xml, "tuv", "xml:lang", text.lang());
    property(xml, "url", text.address());
    XmlText.element(xml, "seg", text.words());
    xml.writeEndElement();
  }

  private static void property(XMLStreamWriter xml, String name, String value)
      throws XMLStreamException {
    if (!value.isEmpty()) {
      XmlText.element(xml, "prop", value, "type", "x-" + name);
    }
  }
}
