package no.speil.web.report;

import io.javalin.http.Context;
import no.speil.corpus.Section;
import no.speil.corpus.Side;
import no.speil.record.ReportCategory;
import no.speil.record.ReportContent;
import no.speil.record.SectionVersion;
import no.speil.record.TextQuote;
import no.speil.status.TrackedSection;
import no.speil.web.http.FormData;
import no.speil.web.http.QueryParams;

/**
 * A report being written, as its form carries it.
 *
 * @param name of who writes it; may be empty
 * @param seen the version that they saw
 */
public record ReportDraft(
    ReportContent reportContent, TextQuote textQuote, String name, SectionVersion seen) {

  /** From the address of the form, with defaults. */
  static ReportDraft of(Context context, TrackedSection now, String name) {
    return new ReportDraft(
        new ReportContent(flaw(QueryParams.text(context, "flaw")), ""),
        new TextQuote(
            side(QueryParams.text(context, "side"), now.section()),
            QueryParams.text(context, "exact"),
            QueryParams.text(context, "prefix"),
            QueryParams.text(context, "suffix")),
        name,
        version(QueryParams.text(context, "v"), now));
  }

  static ReportDraft of(FormData form, TrackedSection now) {
    return new ReportDraft(
        new ReportContent(flaw(form.get("flaw")), form.get("words").strip()),
        new TextQuote(
            side(form.get("side"), now.section()),
            form.get("exact"),
            form.get("prefix"),
            form.get("suffix")),
        form.get("name").strip(),
        version(form.get("v"), now));
  }

  /** Whether it has no content. */
  boolean isEmpty() {
    return isUnexplained() && textQuote.exact().isEmpty();
  }

  /** Whether it says nothing of the error, be it where it is. */
  boolean isUnexplained() {
    return reportContent.reportCategory() == ReportCategory.OTHER
        && reportContent.words().isEmpty();
  }

  boolean isTooLong() {
    return reportContent.words().length() > ReportContent.MOST
        || textQuote.exact().length() > TextQuote.MOST
        || textQuote.prefix().length() > TextQuote.MOST
        || textQuote.suffix().length() > TextQuote.MOST;
  }

  private static ReportCategory flaw(String code) {
    return ReportCategory.parse(code).orElse(ReportCategory.OTHER);
  }

  static SectionVersion version(String written, TrackedSection now) {
    return SectionVersion.parse(written).orElse(now.version());
  }

  /** The side that a code names; by default the translation if there is one. */
  static Side side(String code, Section section) {
    return switch (code) {
      case "original" -> Side.ORIGINAL;
      case "translation" -> Side.TRANSLATION;
      default -> section.translation().isEmpty() ? Side.ORIGINAL : Side.TRANSLATION;
    };
  }
}
