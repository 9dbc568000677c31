package no.speil.web.section;

import java.time.LocalDate;
import java.util.List;
import no.speil.corpus.Freshness;
import no.speil.corpus.Role;
import no.speil.corpus.State;
import no.speil.library.actions.Actor;
import no.speil.library.actions.MoveActions.Move;
import no.speil.library.documents.DocumentChecks.FailedCheck;
import no.speil.record.RemarkEvent;
import no.speil.status.TrackedSection;
import no.speil.status.grading.DiffPart;
import no.speil.web.page.SiteUrls;
import no.speil.web.page.TaggedText;
import org.jspecify.annotations.Nullable;

/**
 * What a page says of a section beside its texts, and what the user can do with it.
 *
 * @param notice what differs from the document
 * @param checks failed ones that nobody has dismissed; none for users who may not write
 * @param givable the states that the user can give it; none if it has no translation
 */
public record SectionNote(
    SectionRows page,
    TrackedSection tracked,
    SectionNotice notice,
    List<FailedCheck> checks,
    List<State> givable) {
  static SectionNote of(SectionRows page, TrackedSection tracked) {
    Actor writer = page.writer;
    return new SectionNote(
        page,
        tracked,
        findNotice(page.overall, tracked, writer != null),
        writer == null ? List.of() : page.checks.open(tracked),
        writer == null || tracked.section().translation().isEmpty()
            ? List.of()
            : page.library.marks().states(List.of(tracked), writer));
  }

  /** Who writes sees what is done, too; for others a lower state is worth a word. */
  private static SectionNotice findNotice(
      OverallState overall, TrackedSection tracked, boolean mayWrite) {
    SectionNotice kind = overall.notice(tracked);
    boolean isOther =
        overall.isCounted(tracked)
            && !tracked.section().translation().isEmpty()
            && tracked.sectionStatus().state() != overall.state();
    return kind == SectionNotice.NONE && isOther && mayWrite ? SectionNotice.STATE : kind;
  }

  private boolean mayWrite() {
    return page.writer != null;
  }

  /** Whether the user may write and has that role. */
  public boolean may(Role needed) {
    return page.writer != null && page.writer.may(needed);
  }

  /** Whether there is something to say of the section without being asked. */
  public boolean isMarked() {
    return notice != SectionNotice.NONE
        || !checks.isEmpty()
        || tracked.history().stream().anyMatch(RemarkEvent.class::isInstance);
  }

  /** The layout that the page has. */
  public ViewMode view() {
    return page.view;
  }

  /** How the original has changed. */
  public Change change() {
    return ChangeLines.of(page.t, TaggedText.lang(page.document.original()), tracked).excerpt();
  }

  /** Where to report an error: the form, or else whom to write to; empty where there is nobody. */
  public String reportHref() {
    return mayWrite() || page.reports
        ? SiteUrls.section(tracked.section().id()) + "/report?v=" + tracked.version()
        : page.library.archive().profile().imprint().contact();
  }

  /** Open reports; none for users who may not settle them. */
  public List<ReportLine> reports() {
    return may(Role.REVIEWER)
        ? ReportLine.of(page.t, page.document, tracked, tracked.pendingReports())
        : List.of();
  }

  /** Who is at the parts that it is in, in words. */
  public List<String> claims() {
    return page.claims.over(tracked.section().id());
  }

  /** Who is at the part below it. */
  public Claiming claiming() {
    return page.claims.at(tracked.section());
  }

  /** The version that forms send back; empty for users who may not write. */
  public String version() {
    return mayWrite() ? tracked.version().toString() : "";
  }

  /** The codes of the states that the user can give it. */
  public List<String> states() {
    return givable.stream()
        .filter(other -> other != tracked.sectionStatus().state())
        .sorted()
        .map(State::code)
        .toList();
  }

  private boolean isTranslated() {
    return mayWrite() && !tracked.section().translation().isEmpty();
  }

  /** Whether this person may review, but not this, since they have translated it. */
  public boolean isOwn() {
    return isTranslated()
        && tracked.sectionStatus().state() != State.REVIEWED
        && !isOrphan()
        && may(Role.REVIEWER)
        && !givable.contains(State.REVIEWED);
  }

  /** Whether it can be marked as reviewed, with or without a correction. */
  public boolean canBeApproved() {
    return givable.contains(State.REVIEWED);
  }

  /** Whether it can be confirmed as still accurate. */
  public boolean canBeConfirmed() {
    return isTranslated() && tracked.sectionStatus().freshness() == Freshness.STALE;
  }

  /** Whether somebody has to say what becomes of it, since its original is gone. */
  public boolean isOrphan() {
    return isTranslated() && tracked.sectionStatus().freshness() == Freshness.ORPHAN;
  }

  /** Where its translation, or its original, is in another document. */
  public @Nullable Move move() {
    return page.moves.get(tracked.section().id());
  }

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
   * Who is at the part below a heading.
   *
   * @param lines who is at it, in words; none for users who may not write
   * @param action address of the form; empty for users who may not write, and if it is no heading
   * @param isWhole whether the part is the whole document
   * @param isOwn whether the user is at it
   * @param today the first day that a claim may end on
   */
  public record Claiming(
      List<String> lines, String action, boolean isWhole, boolean isOwn, LocalDate today) {
    public static final Claiming NONE = new Claiming(List.of(), "", false, false, LocalDate.EPOCH);

    /** The day that the form holds: a week unless the user says otherwise. */
    public LocalDate proposed() {
      return today.plusWeeks(1);
    }
  }
}
