package no.speil.library.actions;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import no.speil.align.correct.Correction;
import no.speil.align.identity.Revision;
import no.speil.corpus.Alignment;
import no.speil.corpus.DocumentId;
import no.speil.corpus.SectionId;
import no.speil.corpus.SectionLayout;
import no.speil.corpus.SectionPlacement;
import no.speil.library.documents.ActionRefusedException.NotNow;
import no.speil.library.documents.ActionRefusedException.NotNow.Reason;
import no.speil.library.documents.LayoutEngines;
import no.speil.library.documents.LiveDocument;
import no.speil.record.ClaimEvent;
import no.speil.record.Event;
import no.speil.record.LayoutEvent;
import no.speil.record.LayoutEvent.Cause;
import no.speil.status.TrackedSection;

/** Aligns a whole document again when a person asks, and takes that back. */
public final class RealignActions {
  private final ActionRunner runner;
  private final LayoutEngines layoutEngines;

  public RealignActions(ActionRunner runner, LayoutEngines layoutEngines) {
    this.runner = runner;
    this.layoutEngines = layoutEngines;
  }

  /**
   * Aligns by what the archive has taught so far what nobody has confirmed, put right, marked,
   * edited or remarked on. Later changes of the files leave it so.
   */
  public RealignResult again(DocumentId document, Actor actor) {
    return runner.at(
        document,
        loaded -> {
          Revision revision =
              layoutEngines
                  .later()
                  .realign(
                      AlignmentActions.currentLayout(loaded),
                      loaded.recordState().held(),
                      kept(loaded));
          return carryOut(loaded, revision, actor);
        });
  }

  /**
   * Takes back what the last {@link #again} changed, where nobody has done anything since and the
   * texts are the same; asked once more, it does it again.
   *
   * @throws no.speil.library.documents.ActionRefusedException if there is nothing that can be taken
   *     back
   */
  public RealignResult undo(DocumentId document, Actor actor) {
    return runner.at(
        document,
        loaded -> {
          List<Event> events = loaded.record().events();
          int at = lastAsked(events);
          Correction.Undo restore = new RealignUndo(events, at).of(loaded.recordState().layout());
          Revision revision = AlignmentActions.corrected(loaded, restore, Reason.CANNOT_UNDO);
          return carryOut(loaded, revision, actor);
        });
  }

  private static int lastAsked(List<Event> events) {
    for (int at = events.size() - 1; at >= 0; at--) {
      if (events.get(at) instanceof LayoutEvent layout && layout.cause() == Cause.REALIGNMENT) {
        return at;
      }
    }
    throw new NotNow(Reason.CANNOT_UNDO);
  }

  private RealignResult carryOut(LiveDocument loaded, Revision revision, Actor actor) {
    if (revision.changed().isEmpty() && revision.removed().isEmpty()) {
      return new RealignResult(loaded, 0, 0);
    }
    int changed = changed(loaded.recordState().layout(), revision.changed());
    LiveDocument now = runner.write(loaded, revision, Cause.REALIGNMENT, actor);
    return new RealignResult(now, changed, revision.changed().size() - changed);
  }

  private static int changed(List<SectionLayout> before, List<SectionPlacement> placement) {
    Map<SectionId, SectionLayout> byId = new HashMap<>();
    before.forEach(section -> byId.put(section.id(), section));
    return (int)
        placement.stream()
            .map(SectionPlacement::section)
            .filter(
                section -> {
                  SectionLayout then = byId.get(section.id());
                  return then == null || !then.hasTextsOf(section);
                })
            .count();
  }

  /** Sections that somebody has done something with, and those that must not have an original. */
  private static Set<SectionId> kept(LiveDocument loaded) {
    Set<SectionId> kept =
        loaded.sections().stream()
            .filter(RealignActions::isLookedAt)
            .map(each -> each.section().id())
            .collect(Collectors.toCollection(HashSet::new));
    kept.addAll(loaded.recordState().orphaned());
    return kept;
  }

  private static boolean isLookedAt(TrackedSection tracked) {
    return tracked.section().alignment().method() == Alignment.Method.CONFIRMED
        || !tracked.reports().isEmpty()
        || tracked.history().stream()
            .anyMatch(event -> !(event instanceof LayoutEvent || event instanceof ClaimEvent));
  }

  /**
   * What came of aligning a document again.
   *
   * @param changed sections that are new or have other texts now
   * @param weighed sections that are as they were, but guesses no longer, or guesses now
   */
  public record RealignResult(LiveDocument document, int changed, int weighed) {}
}
