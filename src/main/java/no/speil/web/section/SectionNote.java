package no.speil.web.section;

import java.util.List;
import no.speil.library.documents.FailedCheck;
import no.speil.status.grading.DiffPart;

/**
 * The note beside a section.
 *
 * @param statusBadge state and freshness
 * @param mark what differs from the document
 * @param facts sentences that are folded away
 * @param remarks comments, suggestions and reports
 * @param waiting what waits for an answer
 * @param reporting of errors by readers
 * @param claiming of the part below it
 */
public record SectionNote(
    StatusBadge statusBadge,
    Mark mark,
    List<String> facts,
    Change change,
    Remarks remarks,
    Waiting waiting,
    Reporting reporting,
    Claiming claiming,
    Actions actions) {
  public SectionNote {
    facts = List.copyOf(facts);
  }

  /** Whether there is anything to open: always for users who may write. */
  public boolean opens() {
    return isMarked() || !actions.version().isEmpty();
  }

  /** Whether there is something to say of the section without being asked. */
  public boolean isMarked() {
    return !mark.words().isEmpty() || !waiting.marks().isEmpty() || !remarks.latest().isEmpty();
  }

  /**
   * What differs from the document.
   *
   * @param words empty if nothing does
   * @param about in a sentence; may be empty
   */
  public record Mark(SectionMark kind, String words, String about) {}

  /**
   * How a text has changed, as the original since the translation was marked or confirmed.
   *
   * @param words empty if it has not
   * @param swap what was taken out and what was put in, if that is all and short
   * @param about how grave the change is, in a sentence; may be empty
   * @param dates when it was, in a sentence; may be empty
   */
  public record Change(
      String words,
      String lang,
      List<DiffPart> swap,
      List<DiffPart> diff,
      String about,
      String dates) {
    public static final Change NONE = new Change("", "", List.of());

    public Change {
      swap = List.copyOf(swap);
      diff = List.copyOf(diff);
    }

    /** A change that is neither graded nor dated. */
    public Change(String words, String lang, List<DiffPart> diff) {
      this(words, lang, List.of(), diff, "", "");
    }

    /** The same with only the words around each difference. */
    public Change excerpt() {
      return new Change(words, lang, swap, DiffExcerpt.of(diff), about, dates);
    }
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
   * @param answer what can be done about it
   */
  public record Remark(String head, String text, Answer answer) {}

  /**
   * What a user who may write can do about a remark.
   *
   * @param action resolve or open for a comment, decide for a suggestion, empty for nothing
   * @param href address of the page or form
   */
  public record Answer(String action, String href) {
    public static final Answer NONE = new Answer("", "");
  }

  /**
   * What waits for an answer; nothing for users who may not write.
   *
   * @param marks what there is, in words
   * @param checks failed ones that nobody has dismissed
   */
  public record Waiting(List<String> marks, List<FailedCheck> checks) {
    public static final Waiting NOTHING = new Waiting(List.of(), List.of());

    public Waiting {
      marks = List.copyOf(marks);
      checks = List.copyOf(checks);
    }
  }

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
   * Who is at the part below a heading.
   *
   * @param lines who is at it, in words; none for users who may not write
   * @param action address of the form; empty for users who may not write, and if it is no heading
   * @param isWhole whether the part is the whole document
   * @param isOwn whether the user is at it
   * @param first the first day that a claim may end on
   * @param proposed the day that the form holds
   * @param last the last day that a claim may end on
   */
  public record Claiming(
      List<String> lines,
      String action,
      boolean isWhole,
      boolean isOwn,
      String first,
      String proposed,
      String last) {
    public static final Claiming NONE = new Claiming(List.of(), "", false, false, "", "", "");

    public Claiming {
      lines = List.copyOf(lines);
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
