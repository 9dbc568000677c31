package no.speil.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import no.speil.corpus.text.SpeilVersion;
import org.jsoup.nodes.Element;

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
    Element tmx = XmlText.add(XmlText.document().appendText("\n"), "tmx", "version", "1.4");
    head(tmx, header);
    Element body = tmx.appendElement("body");
    XmlText.write(out, body, units, unit -> units(body, unit));
  }

  private void head(Element tmx, ExportHeader header) {
    Element head = XmlText.add(tmx, "header", "creationtool", "Speil");
    head.attr("creationtoolversion", SpeilVersion.VERSION);
    head.attr("segtype", isWhole ? "paragraph" : "sentence").attr("o-tmf", "Speil");
    // the originals are in more than one language
    head.attr("adminlang", "en").attr("srclang", "*all*").attr("datatype", "plaintext");
    head.attr("creationdate", TIME.format(header.made()));
    property(head, "query", header.query());
    property(head, "url", header.page());
    property(head, "total", String.valueOf(header.total()));
  }

  private void units(Element body, TranslationUnit whole) {
    boolean isDivided = !isWhole && isPair(whole);
    List<TranslationUnit> units = isDivided ? splitter.apply(whole) : List.of(whole);
    for (int k = 0; k < units.size(); k++) {
      TranslationUnit unit = units.get(k);
      if (isPair(unit)) {
        body.appendText("\n");
        unit(body, unit, unit.section() + (units.size() == 1 ? "" : "-" + (k + 1)));
      }
    }
  }

  private static boolean isPair(TranslationUnit unit) {
    return !unit.original().words().isBlank() && !unit.translation().words().isBlank();
  }

  private void unit(Element body, TranslationUnit unit, String id) {
    Element tu = XmlText.add(body, "tu", "tuid", id, "srclang", unit.original().lang());
    tu.attr("changedate", TIME.format(unit.status().changed()));
    property(tu, "section", isWhole ? "" : unit.section().value());
    property(tu, "document", unit.documentRef().document().value());
    property(tu, "title-no", unit.documentRef().titles().original());
    property(tu, "title-en", unit.documentRef().titles().translation());
    property(tu, "date", unit.documentRef().date());
    property(tu, "state", unit.status().state().code());
    property(tu, "freshness", unit.status().freshness().code());
    variant(tu, unit.original());
    variant(tu, unit.translation());
  }

  private static void variant(Element tu, TranslationUnit.Text text) {
    Element variant = XmlText.add(tu, "tuv", "xml:lang", text.lang());
    property(variant, "url", text.address());
    XmlText.addText(variant, "seg", text.words());
  }

  private static void property(Element parent, String name, String value) {
    if (!value.isEmpty()) {
      XmlText.addText(parent, "prop", value, "type", "x-" + name);
    }
  }
}
