package no.speil.library.actions;

import static java.util.stream.Collectors.toSet;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import no.speil.align.LayoutEngine;
import no.speil.align.correct.Correction;
import no.speil.align.identity.DocumentLayout;
import no.speil.align.identity.Revision;
import no.speil.corpus.Alignment;
import no.speil.corpus.DocumentId;
import no.speil.corpus.RemovedSection;
import no.speil.corpus.SectionId;
import no.speil.corpus.SectionLayout;
import no.speil.corpus.SectionPlacement;
import no.speil.library.actions.ActionRunner.ActionResult;
import no.speil.library.documents.ActionRefusedException;
import no.speil.library.documents.ActionRefusedException.NotNow;
import no.speil.library.documents.ActionRefusedException.NotNow.Reason;
import no.speil.library.documents.LayoutEngines;
import no.speil.library.documents.LiveDocument;
import no.speil.library.documents.LiveSection;
import no.speil.library.documents.SideFile;
import no.speil.record.Event;
import no.speil.record.LayoutEvent;
import no.speil.record.LayoutEvent.Cause;
import no.speil.record.RecordState;
import no.speil.status.TrackedSection;
import org.jspecify.annotations.Nullable;

/** People's corrections of the alignment, and aligning a whole document again. */
public final class AlignmentActions {
  private final ActionRunner runner;
  private final LayoutEngines layoutEngines;

  public AlignmentActions(ActionRunner runner, LayoutEngines layoutEngines) {
    this.runner = runner;
    this.layoutEngines = layoutEngines;
  }

  /**
   * Corrects the alignment. Later changes of the files keep the correction.
   *
   * @param expected the versions of the sections that the correction names, first the one asked for
   * @return the section asked for, or the one that it is part of now
   * @throws ActionRefusedException if the correction is impossible, or a section has another
   *     version
   */
  public LiveSection correct(Correction correction, List<ExpectedVersion> expected, Actor actor) {
    SectionId id = expected.getFirst().id();
    return runner.at(
        id,
        loaded -> {
          expected.forEach(each -> check(loaded, each));
          TrackedSection section = loaded.require(id);
          return correction instanceof Correction.Confirm && isConfirmed(section)
              ? new LiveSection(loaded, section)
              : survivor(apply(loaded, correction, Reason.CANNOT_ALIGN, actor), id);
        });
  }

  /**
   * Undoes the last correction of the alignment that changed the section, or its return or move:
   * then it goes again, and its text is the section's that had it before, or a new one's.
   *
   * @return the section, the one that it is part of now, or that has its text
   * @throws ActionRefusedException if there is none, the texts have changed since, or the section
   *     has another version
   */
  public LiveSection undo(ExpectedVersion section, Actor actor) {
    return runner.at(
        section.id(),
        loaded -> {
          check(loaded, section);
          Correction undo = undo(loaded, section.id());
          return survivor(apply(loaded, undo, Reason.CANNOT_UNDO, actor), section.id());
        });
  }

  /**
   * Confirms the sections whose alignment has at least the confidence.
   *
   * @param above 0 to 1
   * @return one result for each section, in their order
   */
  public List<ActionResult> confirmAll(
      DocumentId document, double above, List<ExpectedVersion> wanted, Actor actor) {
    return runner.actAll(
        document,
        wanted,
        tracked -> !isConfirmed(tracked) && tracked.section().alignment().confidence() >= above,
        (loaded, sections) -> {
          Set<SectionId> ids = sections.stream().map(TrackedSection::id).collect(toSet());
          return apply(loaded, new Correction.Confirm(ids), Reason.CANNOT_ALIGN, actor);
        });
  }

  private LiveDocument apply(
      LiveDocument loaded, Correction correction, Reason otherwise, Actor actor) {
    Revision revision = corrected(loaded, correction, otherwise);
    return runner.write(loaded, revision, Cause.CORRECTION, actor);
  }

  private static Revision corrected(LiveDocument loaded, Correction correction, Reason otherwise) {
    return LayoutEngine.correct(currentLayout(loaded), loaded.recordState().held(), correction)
        .orElseThrow(() -> new NotNow(otherwise));
  }

  /** The document's current layout. */
  private static DocumentLayout currentLayout(LiveDocument loaded) {
    return new DocumentLayout(
        loaded.id(),
        SideFile.textOf(loaded.original()),
        SideFile.textOf(loaded.translation()),
        loaded.sections().stream().map(TrackedSection::section).toList(),
        loaded.recordState().layout());
  }

  private static Correction undo(LiveDocument loaded, SectionId id) {
    List<Event> events = loaded.record().events();
    for (int at = events.size() - 1; at >= 0; at--) {
      if (!(events.get(at) instanceof LayoutEvent layout)) {
        continue;
      }
      if (layout.isOfFiles() && loaded.recordState().told(layout).contains(id)) {
        return new Correction.Renew(id, replaced(events.subList(0, at), layout, id));
      }
      if (layout.cause() == Cause.CORRECTION && layout.concerns().contains(id)) {
        Set<SectionId> concerned = new HashSet<>(layout.concerns());
        List<SectionLayout> before = RecordState.fold(events.subList(0, at)).layout();
        return new Correction.Undo(concerned, RealignUndo.of(before, concerned));
      }
    }
    throw new NotNow(Reason.CANNOT_UNDO);
  }

  /** The section whose text was taken for that section's, which came from another document. */
  private static @Nullable SectionLayout replaced(
      List<Event> before, LayoutEvent arrival, SectionId id) {
    return RecordState.fold(before).layout().stream()
        .filter(each -> arrival.removed().contains(new RemovedSection(each.id(), id)))
        .findFirst()
        .orElse(null);
  }

  private static LiveSection survivor(LiveDocument loaded, SectionId id) {
    SectionId became = loaded.recordState().removal(id).map(RemovedSection::became).orElse(id);
    return LiveSection.of(loaded, became);
  }

  private static void check(LiveDocument loaded, ExpectedVersion expected) {
    ActionRunner.checkVersion(loaded.require(expected.id()), expected.version());
  }

  private static boolean isConfirmed(TrackedSection tracked) {
    return tracked.section().alignment().equals(Alignment.CONFIRMED);
  }

  /**
   * Aligns by what the archive has taught so far what nobody has confirmed, put right, marked,
   * edited or remarked on. Later changes of the files leave it so.
   */
  public RealignResult realign(DocumentId document, Actor actor) {
    return runner.at(
        document,
        loaded -> {
          Revision revision =
              layoutEngines
                  .later()
                  .realign(currentLayout(loaded), loaded.recordState().held(), kept(loaded));
          return carryOut(loaded, revision, actor);
        });
  }

  /**
   * Takes back what the last {@link #realign} changed, where nobody has done anything since and the
   * texts are the same; asked once more, it does it again.
   *
   * @throws ActionRefusedException if there is nothing that can be taken back
   */
  public RealignResult undoRealignment(DocumentId document, Actor actor) {
    return runner.at(
        document,
        loaded -> {
          List<Event> events = loaded.record().events();
          LayoutEvent asked =
              Event.last(events, LayoutEvent.class, each -> each.cause() == Cause.REALIGNMENT)
                  .orElseThrow(() -> new NotNow(Reason.CANNOT_UNDO));
          Correction.Undo restore =
              new RealignUndo(events, events.lastIndexOf(asked)).of(loaded.recordState().layout());
          Revision revision = corrected(loaded, restore, Reason.CANNOT_UNDO);
          return carryOut(loaded, revision, actor);
        });
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
    return (int)
        placement.stream()
            .map(SectionPlacement::section)
            .filter(
                section ->
                    before.stream()
                        .filter(then -> then.id().equals(section.id()))
                        .noneMatch(then -> then.hasTextsOf(section)))
            .count();
  }

  /** Sections that somebody has done something with, and those that must not have an original. */
  private static Set<SectionId> kept(LiveDocument loaded) {
    return Stream.concat(
            loaded.sections().stream().filter(AlignmentActions::isLookedAt).map(TrackedSection::id),
            loaded.recordState().orphaned().stream())
        .collect(toSet());
  }

  private static boolean isLookedAt(TrackedSection tracked) {
    return tracked.section().alignment().method() == Alignment.Method.CONFIRMED
        || !tracked.reports().isEmpty()
        || tracked.history().stream()
            .anyMatch(event -> !(event instanceof LayoutEvent) && RealignUndo.isAction(event));
  }

  /**
   * What came of aligning a document again.
   *
   * @param changed sections that are new or have other texts now
   * @param weighed sections that are as they were, but guesses no longer, or guesses now
   */
  public record RealignResult(LiveDocument document, int changed, int weighed) {}
}
