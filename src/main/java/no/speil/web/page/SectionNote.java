package no.speil.web.page;

import java.util.List;
import no.speil.status.grading.DiffPart;

/**
 * The note beside a section.
 *
 * @param statusBadge state and freshness, always shown
 * @param facts sentences that are folded away
 * @param remarks comments, suggestions and reports
 * @param reporting of errors by readers
 */
public record SectionNote(
    StatusBadge statusBadge,
    List<String> facts,
    Change change,
    Remarks remarks,
    Reporting reporting,
    Actions actions) {
  public SectionNote {
    facts = List.copyOf(facts);
  }

  /**
   * How the original has changed since the translation was marked or confirmed.
   *
   * @param words empty if it has not
   */
  public record Change(String words, String lang, List<DiffPart> diff) {
    public static final Change NONE = new Change("", "", List.of());
  }

  /**
   * The latest remarks, the newest at the end.
   *
   * @param earlier number of earlier ones, in words; may be empty
   */
  public record Remarks(String earlier, List<Remark> latest) {
    public Remarks {
      latest = List.copyOf(latest);
    }
  }

  /**
   * One remark.
   *
   * @param head author and time, in words
   */
  public record Remark(String head, String text) {}

  /**
   * Reports of errors.
   *
   * @param href of the report form; empty for users who may not report
   * @param pending open reports; none for users who may not write
   */
  public record Reporting(String href, List<ReportLine> pending) {
    public Reporting {
      pending = List.copyOf(pending);
    }
  }

  /**
   * The possible actions.
   *
   * @param version that the forms send back
   * @param states that it can be marked as; empty for users who may not write
   * @param notReviewed why this person cannot mark it as reviewed; empty where they can, or where
   *     there is nothing to review
   * @param confirm whether it can be confirmed as still accurate
   * @param part address of the page that marks all below this heading; empty if it is none
   * @param align address of the alignment page; empty for users who may not write
   * @param omission value of the omission button: true, false, or empty for no button
   */
  public record Actions(
      String id,
      String view,
      String version,
      List<String> states,
      String notReviewed,
      boolean confirm,
      String part,
      String align,
      String omission) {

    /** The view with the other language if the page shows only one; else empty. */
    public String turn() {
      return switch (view) {
        case "no" -> "en";
        case "en" -> "no";
        default -> "";
      };
    }
  }
}
