package no.speil.web.page;

import java.util.List;
import no.speil.status.grading.DiffPart;

/**
 * What is known of a section, and what can be done with it.
 *
 * @param statusBadge state and freshness, always seen
 * @param facts further sentences, seen on asking
 * @param remarks what people have remarked
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
   * How the original has changed since somebody vouched for the translation.
   *
   * @param words empty where it has not
   */
  public record Change(String words, String lang, List<DiffPart> diff) {
    public static final Change NONE = new Change("", "", List.of());
  }

  /**
   * What was said last, the latest at the end.
   *
   * @param earlier how much more was said before, in words; empty where nothing was
   */
  public record Remarks(String earlier, List<Remark> latest) {
    public Remarks {
      latest = List.copyOf(latest);
    }
  }

  /**
   * What somebody said.
   *
   * @param head who said it and when, in words
   */
  public record Remark(String head, String text) {}

  /**
   * Errors that readers report.
   *
   * @param href address of the form for it; empty for who may not
   * @param pending those that wait for somebody; none for who may not write
   */
  public record Reporting(String href, List<ReportLine> pending) {
    public Reporting {
      pending = List.copyOf(pending);
    }
  }

  /**
   * What can be done.
   *
   * @param version to be sent back with a form
   * @param states that it can be marked as; empty where one may not write
   * @param notReviewed why this person cannot mark it as reviewed; empty where they can, or where
   *     there is nothing to review
   * @param confirm whether it can be said to be still accurate
   * @param part address of the page that marks all below this heading; empty elsewhere
   * @param align address of the page where the alignment is put right; empty where one may not
   * @param omission what can be said of leaving it out: true, false, or nothing
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

    /** The view that shows the other language, where the page shows one; else empty. */
    public String turn() {
      return switch (view) {
        case "no" -> "en";
        case "en" -> "no";
        default -> "";
      };
    }
  }
}
