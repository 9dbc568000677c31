package no.speil.web.report;

import java.util.function.UnaryOperator;
import no.speil.corpus.Coded;
import no.speil.corpus.Section;
import no.speil.corpus.Side;
import no.speil.record.ReportCategory;
import no.speil.record.ReportEvent.ReportContent;
import no.speil.record.SectionVersion;
import no.speil.record.TextQuote;
import no.speil.status.TrackedSection;

/**
 * A report being written, as its form carries it.
 *
 * @param name of who writes it; may be empty
 * @param seen the version that they saw
 */
public record ReportDraft(
    ReportContent reportContent, TextQuote textQuote, String name, SectionVersion seen) {

  /**
   * From a form or from its address, with defaults.
   *
   * @param fields the value of each field; may be empty
   */
  static ReportDraft of(UnaryOperator<String> fields, TrackedSection now) {
    return new ReportDraft(
        new ReportContent(
            Coded.parse(ReportCategory.values(), fields.apply("flaw")).orElse(ReportCategory.OTHER),
            fields.apply("words").strip()),
        new TextQuote(
            side(fields.apply("side"), now.section()),
            fields.apply("exact"),
            fields.apply("prefix"),
            fields.apply("suffix")),
        fields.apply("name").strip(),
        SectionVersion.parse(fields.apply("v")).orElse(now.version()));
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

  /** The side that a code names; by default the translation if there is one. */
  private static Side side(String code, Section section) {
    return Coded.parse(Side.values(), code)
        .orElse(section.translation().isEmpty() ? Side.ORIGINAL : Side.TRANSLATION);
  }
}
