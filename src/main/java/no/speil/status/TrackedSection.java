package no.speil.status;

import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.speil.corpus.Section;
import no.speil.corpus.SectionId;
import no.speil.corpus.Side;
import no.speil.corpus.TextHash;
import no.speil.record.CheckEvent;
import no.speil.record.CheckVerdict;
import no.speil.record.CommentEvent;
import no.speil.record.CommentResolveEvent;
import no.speil.record.ConfirmEvent;
import no.speil.record.Event;
import no.speil.record.EventSignature;
import no.speil.record.MarkEvent;
import no.speil.record.ResolveEvent;
import no.speil.record.ReviseEvent;
import no.speil.record.SectionVersion;
import no.speil.record.StatusEvent;
import no.speil.record.SuggestEvent;
import no.speil.record.TextSnapshot;
import no.speil.record.TrackedReport;
import org.jspecify.annotations.Nullable;

/**
 * A section with all that is known about it.
 *
 * @param revised when the record says that the original was last seen to have changed; null if it
 *     does not
 * @param history the events that everybody may see
 * @param reports all reports shown at it, also those that only users who may write can see
 */
public record TrackedSection(
    Section section,
    SectionStatus sectionStatus,
    SectionVersion version,
    @Nullable Instant revised,
    List<Event> history,
    List<TrackedReport> reports) {

  public SectionId id() {
    return section.id();
  }

  /** The reports that still need an answer or a correction, the oldest first. */
  public List<TrackedReport> pendingReports() {
    return reports.stream().filter(report -> report.verdict().isPending()).toList();
  }

  /**
   * Whether it has words to translate, and so is counted among the sections.
   *
   * @param originalElsewhere whether the document's original is held elsewhere
   */
  public boolean isCounted(boolean originalElsewhere) {
    return WordCounter.of(section, originalElsewhere) > 0;
  }

  /** The Markdown of one side; empty if it has no blocks. */
  public String markdown(Side side) {
    return TextSnapshot.markdown(section.side(side));
  }

  /** Who has made its original what it is, by a commit of git; empty where that is not known. */
  public Optional<EventSignature> reviser() {
    return Event.last(
            history, ReviseEvent.class, each -> each.original().hash().equals(hash(Side.ORIGINAL)))
        .map(ReviseEvent::signature);
  }

  /** Who translated it, see {@link Attribution#translated}; empty where that is not known. */
  public String translator() {
    EventSignature translated = sectionStatus.attribution().translated();
    return translated == null ? "" : translated.by();
  }

  /** The suggestions that nobody has accepted or dismissed, the oldest first. */
  public List<SuggestEvent> openSuggestions() {
    Set<String> resolved =
        Event.all(history, ResolveEvent.class).map(ResolveEvent::suggestion).collect(toSet());
    return Event.all(history, SuggestEvent.class)
        .filter(suggest -> resolved.isEmpty() || !resolved.contains(suggest.id()))
        .toList();
  }

  /** The open suggestion of that id. */
  public Optional<SuggestEvent> openSuggestion(String id) {
    return openSuggestions().stream().filter(each -> each.id().equals(id)).findFirst();
  }

  /** The comments that nobody has resolved, the oldest first. */
  public List<CommentEvent> openComments() {
    Map<String, Boolean> resolved = new HashMap<>();
    Event.all(history, CommentResolveEvent.class)
        .forEach(answer -> resolved.put(answer.comment(), answer.isResolved()));
    return comments().stream()
        .filter(each -> resolved.isEmpty() || !resolved.getOrDefault(each.id(), false))
        .toList();
  }

  /** All comments, the oldest first. */
  public List<CommentEvent> comments() {
    return Event.all(history, CommentEvent.class).toList();
  }

  /**
   * The last verdict on that finding of a check, if it was a dismissal for the two texts as they
   * are now. A changed text may hide an error that looks like the dismissed one, so it asks again.
   *
   * @param finding what the check says now
   */
  public Optional<CheckEvent> dismissal(CheckVerdict finding) {
    return Event.last(
            history,
            CheckEvent.class,
            check -> check.isAbout(finding, hash(Side.ORIGINAL), hash(Side.TRANSLATION)))
        .filter(check -> check.verdict().isDismissal());
  }

  /** Whether somebody has kept the translation as it is though its original is gone. */
  public boolean isKept() {
    return section.original().isEmpty() && ConfirmEvent.keeps(history, hash(Side.TRANSLATION));
  }

  /** The original that a translation was written or vouched for last; empty where nobody did. */
  public TextSnapshot originalOf(TextHash translation) {
    return Event.last(
            history, StatusEvent.class, event -> event.translation().hash().equals(translation))
        .map(StatusEvent::original)
        .orElse(TextSnapshot.of(List.of()));
  }

  /** Whether a translation was last marked as translated or reviewed, and not as less. */
  public boolean wasMarked(TextHash translation) {
    return Event.last(
            history, MarkEvent.class, mark -> mark.translation().hash().equals(translation))
        .filter(MarkEvent::vouches)
        .isPresent();
  }

  /** The hash of one side; that of the empty text if it has no blocks. */
  public TextHash hash(Side side) {
    return version.hash(side).orElse(TextHash.EMPTY);
  }

  /** The section with its status and its version. */
  public static TrackedSection of(
      Section section,
      SectionStatus sectionStatus,
      @Nullable Instant revised,
      List<Event> history,
      List<TrackedReport> reports) {
    return new TrackedSection(
        section, sectionStatus, sectionStatus.version(section), revised, history, reports);
  }
}
