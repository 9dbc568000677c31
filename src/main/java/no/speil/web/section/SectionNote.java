package no.speil.web.section;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import no.speil.corpus.Freshness;
import no.speil.corpus.Role;
import no.speil.corpus.Section;
import no.speil.corpus.State;
import no.speil.library.actions.MoveActions.Move;
import no.speil.library.documents.DocumentChecks.FailedCheck;
import no.speil.messages.Messages;
import no.speil.record.RemarkEvent;
import no.speil.status.TrackedSection;
import no.speil.status.grading.DiffPart;
import no.speil.web.page.ShortText;
import no.speil.web.page.SiteUrls;
import no.speil.web.page.TaggedText;
import org.jspecify.annotations.Nullable;

/** What a page says of a section beside its texts, and what the user can do with it. */
public final class SectionNote {
  final SectionRows page;
  private final Messages t;
  final TrackedSection tracked;
  private final Section section;
  private final State state;
  private final SectionNotice notice;
  private final List<FailedCheck> checks;
  private final List<State> givable;

  SectionNote(SectionRows page, TrackedSection tracked) {
    this.page = page;
    this.t = page.t;
    this.tracked = tracked;
    this.section = tracked.section();
    this.state = tracked.sectionStatus().state();
    this.notice = findNotice();
    this.checks = mayWrite() ? page.checks.open(tracked) : List.of();
    this.givable =
        isTranslated()
            ? page.library.marks().states(List.of(tracked), Objects.requireNonNull(page.writer))
            : List.of();
  }

  /** Who writes sees what is done, too; for others a lower state is worth a word. */
  private SectionNotice findNotice() {
    SectionNotice kind = page.overall.notice(tracked);
    boolean isOther =
        page.overall.isCounted(tracked)
            && !section.translation().isEmpty()
            && state != page.overall.state();
    return kind == SectionNotice.NONE && isOther && mayWrite() ? SectionNotice.STATE : kind;
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
        || !waiting().isEmpty()
        || tracked.history().stream().anyMatch(RemarkEvent.class::isInstance);
  }

  /** The layout that the page has. */
  public ViewMode view() {
    return page.view;
  }

  /** What differs from the document. */
  public SectionNotice notice() {
    return notice;
  }

  /** How the original has changed. */
  public Change change() {
    return ChangeLines.of(t, TaggedText.lang(page.document.original()), tracked).excerpt();
  }

  /** What waits for an answer, in words; nothing for users who may not write. */
  public List<String> waiting() {
    return mayWrite()
        ? ShortText.present(
            t.counted("waiting.suggestions", tracked.openSuggestions().size()),
            t.counted("waiting.comments", tracked.openComments().size()),
            t.counted("waiting.checks", checks.size()))
        : List.of();
  }

  /** Failed checks that nobody has dismissed; none for users who may not write. */
  public List<FailedCheck> checks() {
    return checks;
  }

  /** Where to report an error: the form, or else whom to write to; empty where there is nobody. */
  public String reportHref() {
    return mayWrite() || page.reports
        ? SiteUrls.section(section.id()) + "/report?v=" + tracked.version()
        : page.library.archive().profile().imprint().contact();
  }

  /** Open reports; none for users who may not settle them. */
  public List<ReportLine> reports() {
    return may(Role.REVIEWER)
        ? ReportLine.of(t, page.document, tracked, tracked.pendingReports())
        : List.of();
  }

  /** Who is at the parts that it is in, in words. */
  public List<String> claims() {
    return page.claims.over(section.id());
  }

  /** Who is at the part below it. */
  public Claiming claiming() {
    return page.claims.at(section);
  }

  /** The version that forms send back; empty for users who may not write. */
  public String version() {
    return mayWrite() ? tracked.version().toString() : "";
  }

  /** The codes of the states that the user can give it. */
  public List<String> states() {
    return givable.stream().filter(other -> other != state).sorted().map(State::code).toList();
  }

  private boolean isTranslated() {
    return mayWrite() && !section.translation().isEmpty();
  }

  /** Whether this person may review, but not this, since they have translated it. */
  public boolean isOwn() {
    return isTranslated()
        && state != State.REVIEWED
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
    return page.moves.get(section.id());
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
