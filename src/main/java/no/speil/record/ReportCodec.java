package no.speil.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import no.speil.corpus.SectionId;
import no.speil.corpus.Side;

/** Writes and reads the parts of report events and of their verdicts. */
final class ReportCodec {
  private ReportCodec() {}

  static void write(ObjectNode node, ReportEvent report) {
    node.put("do", "report").put("section", report.section().value());
    node.put("version", report.seen().toString());
    node.put("flaw", report.reportContent().reportCategory().code());
    node.put("text", report.reportContent().words());
    TextQuote textQuote = report.textQuote();
    node.putObject("quote")
        .put("side", textQuote.side().code())
        .put("exact", textQuote.exact())
        .put("prefix", textQuote.prefix())
        .put("suffix", textQuote.suffix());
  }

  static void write(ObjectNode node, ReportResolveEvent reportResolveEvent) {
    node.put("do", "resolve").put("section", reportResolveEvent.section().value());
    node.put("report", reportResolveEvent.report())
        .put("outcome", reportResolveEvent.verdict().code());
  }

  static ReportEvent report(JsonNode node, EventSignature signature, SectionId section) {
    return new ReportEvent(
        signature,
        section,
        new ReportContent(
            ReportCategory.parse(EventCodec.text(node, "flaw"))
                .orElseThrow(() -> EventCodec.lacking("flaw")),
            EventCodec.text(node, "text")),
        quotation(node.path("quote")),
        SectionVersion.parse(EventCodec.text(node, "version"))
            .orElseThrow(() -> EventCodec.lacking("version")));
  }

  static ReportResolveEvent settle(JsonNode node, EventSignature signature, SectionId section) {
    return new ReportResolveEvent(
        signature,
        section,
        EventCodec.text(node, "report"),
        ReportVerdict.parse(EventCodec.text(node, "outcome"))
            .orElseThrow(() -> EventCodec.lacking("outcome")));
  }

  private static TextQuote quotation(JsonNode node) {
    Side side =
        switch (EventCodec.text(node, "side")) {
          case "original" -> Side.ORIGINAL;
          case "translation" -> Side.TRANSLATION;
          default -> throw EventCodec.lacking("side");
        };
    return new TextQuote(
        side,
        EventCodec.text(node, "exact"),
        node.path("prefix").asText(""),
        node.path("suffix").asText(""));
  }
}
