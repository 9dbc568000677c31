package no.speil.web.reporting;

import io.javalin.http.Context;
import no.speil.corpus.Section;
import no.speil.corpus.Side;
import no.speil.tracking.Complaint;
import no.speil.tracking.Flaw;
import no.speil.tracking.Quotation;
import no.speil.tracking.TrackedSection;
import no.speil.tracking.Version;
import no.speil.web.request.Form;
import no.speil.web.request.Query;

/**
 * A report being written, as its form carries it.
 *
 * @param name of who writes it; may be empty
 * @param seen the version that they had before them
 */
record ReportDraft(Complaint complaint, Quotation quotation, String name, Version seen) {

  /** As the address of the form says, and what it does not say as it is likeliest. */
  static ReportDraft of(Context context, TrackedSection now, String name) {
    return new ReportDraft(
        new Complaint(flaw(Query.text(context, "flaw")), ""),
        new Quotation(
            side(Query.text(context, "side"), now.section()),
            Query.text(context, "exact"),
            Query.text(context, "prefix"),
            Query.text(context, "suffix")),
        name,
        version(Query.text(context, "v"), now));
  }

  static ReportDraft of(Form form, TrackedSection now) {
    return new ReportDraft(
        new Complaint(flaw(form.get("flaw")), form.get("words").strip()),
        new Quotation(
            side(form.get("side"), now.section()),
            form.get("exact"),
            form.get("prefix"),
            form.get("suffix")),
        form.get("name").strip(),
        version(form.get("v"), now));
  }

  /** Whether it tells anybody anything. */
  boolean isEmpty() {
    return complaint.flaw() == Flaw.OTHER
        && complaint.words().isEmpty()
        && quotation.exact().isEmpty();
  }

  boolean isTooLong() {
    return complaint.words().length() > Complaint.MOST
        || quotation.exact().length() > Quotation.MOST
        || quotation.prefix().length() > Quotation.MOST
        || quotation.suffix().length() > Quotation.MOST;
  }

  private static Flaw flaw(String code) {
    return Flaw.parse(code).orElse(Flaw.OTHER);
  }

  static Version version(String written, TrackedSection now) {
    return Version.parse(written).orElse(now.version());
  }

  /** What is read about is likelier the translation. */
  static Side side(String code, Section section) {
    return switch (code) {
      case "original" -> Side.ORIGINAL;
      case "translation" -> Side.TRANSLATION;
      default -> section.translation().isEmpty() ? Side.ORIGINAL : Side.TRANSLATION;
    };
  }
}
