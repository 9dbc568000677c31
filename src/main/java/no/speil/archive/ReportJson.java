package no.speil.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import no.speil.corpus.SectionId;
import no.speil.corpus.Side;
import no.speil.tracking.Complaint;
import no.speil.tracking.Flaw;
import no.speil.tracking.Quotation;
import no.speil.tracking.Report;
import no.speil.tracking.Settle;
import no.speil.tracking.Signature;
import no.speil.tracking.Verdict;
import no.speil.tracking.Version;

/** Readers' reports, and what came of them, as parts of a record's lines. */
final class ReportJson {
  private ReportJson() {}

  static void write(ObjectNode node, Report report) {
    node.put("do", "report").put("section", report.section().value());
    node.put("version", report.seen().toString());
    node.put("flaw", report.complaint().flaw().code());
    node.put("text", report.complaint().words());
    Quotation quotation = report.quotation();
    node.putObject("quote")
        .put("side", quotation.side().name().toLowerCase(Locale.ROOT))
        .put("exact", quotation.exact())
        .put("prefix", quotation.prefix())
        .put("suffix", quotation.suffix());
  }

  static void write(ObjectNode node, Settle settle) {
    node.put("do", "resolve").put("section", settle.section().value());
    node.put("report", settle.report()).put("outcome", settle.verdict().code());
  }

  static Report report(JsonNode node, Signature signature, SectionId section) {
    return new Report(
        signature,
        section,
        new Complaint(
            Flaw.parse(EventJson.text(node, "flaw")).orElseThrow(() -> EventJson.lacking("flaw")),
            EventJson.text(node, "text")),
        quotation(node.path("quote")),
        Version.parse(EventJson.text(node, "version"))
            .orElseThrow(() -> EventJson.lacking("version")));
  }

  static Settle settle(JsonNode node, Signature signature, SectionId section) {
    return new Settle(
        signature,
        section,
        EventJson.text(node, "report"),
        Verdict.parse(EventJson.text(node, "outcome"))
            .orElseThrow(() -> EventJson.lacking("outcome")));
  }

  private static Quotation quotation(JsonNode node) {
    Side side =
        switch (EventJson.text(node, "side")) {
          case "original" -> Side.ORIGINAL;
          case "translation" -> Side.TRANSLATION;
          default -> throw EventJson.lacking("side");
        };
    return new Quotation(
        side,
        EventJson.text(node, "exact"),
        node.path("prefix").asText(""),
        node.path("suffix").asText(""));
  }
}
