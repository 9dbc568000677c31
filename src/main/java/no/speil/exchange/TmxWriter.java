package no.speil.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Iterator;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes sections as a translation memory (TMX 1.4b, LISA OSCAR 2005): one unit for each section or
 * each of its sentences that has both texts: programs stop at a unit that lacks a variant in its
 * source language. A file that was cut off is not well-formed.
 */
public final class TmxWriter implements ExportWriter {
  /** Dates of a translation memory: UTC, in seconds. */
  public static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final SegmentType segmentType;
  private final UnitSplitter unitSplitter;

  TmxWriter(SegmentType segmentType, UnitSplitter unitSplitter) {
    this.segmentType = segmentType;
    this.unitSplitter = unitSplitter;
  }

  @Override
  public void write(
      OutputStream out, ExportHeader exportHeader, Iterator<TranslationUnit> translationUnits)
      throws IOException {
    XmlText.document(
        out,
        xml -> {
          xml.writeCharacters("\n");
          XmlText.start(xml, "tmx", "version", "1.4");
          head(xml, exportHeader);
          xml.writeStartElement("body");
          while (translationUnits.hasNext()) {
            TranslationUnit translationUnit = translationUnits.next();
            if (isPair(translationUnit)) {
              units(xml, unitSplitter.of(translationUnit));
            }
          }
          xml.writeCharacters("\n");
        });
  }

  private void head(XMLStreamWriter xml, ExportHeader exportHeader) throws XMLStreamException {
    boolean isWhole = segmentType == SegmentType.SECTION;
    XmlText.start(xml, "header", "creationtool", "Speil", "creationtoolversion", "0.1.0");
    XmlText.attributes(xml, "segtype", isWhole ? "paragraph" : "sentence", "o-tmf", "Speil");
    // the originals are in more than one language
    XmlText.attributes(xml, "adminlang", "en", "srclang", "*all*", "datatype", "plaintext");
    XmlText.attributes(xml, "creationdate", TIME.format(exportHeader.made()));
    property(xml, "query", exportHeader.query());
    property(xml, "url", exportHeader.page());
    property(xml, "total", String.valueOf(exportHeader.total()));
    xml.writeEndElement();
  }

  private void units(XMLStreamWriter xml, List<TranslationUnit> translationUnits)
      throws XMLStreamException {
    for (int k = 0; k < translationUnits.size(); k++) {
      if (!isPair(translationUnits.get(k))) {
        continue;
      }
      xml.writeCharacters("\n");
      String section = translationUnits.get(k).section().value();
      unit(
          xml,
          translationUnits.get(k),
          translationUnits.size() == 1 ? section : section + "-" + (k + 1));
    }
  }

  private static boolean isPair(TranslationUnit translationUnit) {
    return !translationUnit.original().words().isBlank()
        && !translationUnit.translation().words().isBlank();
  }

  private void unit(XMLStreamWriter xml, TranslationUnit translationUnit, String id)
      throws XMLStreamException {
    XmlText.start(xml, "tu", "tuid", id, "srclang", translationUnit.original().lang());
    XmlText.attributes(xml, "changedate", TIME.format(translationUnit.status().changed()));
    property(
        xml,
        "section",
        segmentType == SegmentType.SECTION ? "" : translationUnit.section().value());
    property(xml, "document", translationUnit.documentRef().document().value());
    property(xml, "title-no", translationUnit.documentRef().titles().original());
    property(xml, "title-en", translationUnit.documentRef().titles().translation());
    property(xml, "date", translationUnit.documentRef().date());
    property(xml, "state", translationUnit.status().state().code());
    property(xml, "freshness", translationUnit.status().freshness().code());
    variant(xml, translationUnit.original());
    variant(xml, translationUnit.translation());
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
