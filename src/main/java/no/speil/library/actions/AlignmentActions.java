package no.speil.library.actions;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.speil.align.LayoutEngine;
import no.speil.align.correct.Correction;
import no.speil.align.identity.DocumentLayout;
import no.speil.align.identity.Revision;
import no.speil.corpus.Alignment;
import no.speil.corpus.DocumentId;
import no.speil.corpus.DocumentText;
import no.speil.corpus.RemovedSection;
import no.speil.corpus.SectionId;
import no.speil.library.documents.ActionRefusedException;
import no.speil.library.documents.ActionRefusedException.NotNow;
import no.speil.library.documents.ActionRefusedException.NotNow.Reason;
import no.speil.library.documents.LiveDocument;
import no.speil.library.documents.LoadedDocument;
import no.speil.library.documents.SideFile;
import no.speil.record.Event;
import no.speil.record.LinkEvent;
import no.speil.record.RecordState;
import no.speil.record.SectionVersion;
import no.speil.status.TrackedSection;
import org.jspecify.annotations.Nullable;

/** What people put right in the alignment of a document. */
public final class AlignmentActions {
  private final ActionRunner actionRunner;

  public AlignmentActions(ActionRunner actionRunner) {
    this.actionRunner = actionRunner;
  }

  /** Carries a correction out; answers with the section in which the named one lives on. */
  public TrackedSection correct(
      DocumentId document,
      SectionId id,
      LinkCorrection linkCorrection,
      SectionVersion expected,
      Actor actor) {
    return actionRunner.at(
        document,
        loaded -> {
          check(loaded, new ExpectedVersion(id, expected));
          if (linkCorrection instanceof LinkCorrection.Confirm
              && isConfirmed(ActionRunner.section(loaded, id))) {
            return ActionRunner.section(loaded, id);
          }
          Correction correction = correction(loaded, id, linkCorrection);
          LoadedDocument now = carryOut(loaded, correction, reason(linkCorrection), actor);
          return ActionRunner.section(
              now, now.recordState().departure(id).map(gone -> heir(gone, id)).orElse(id));
        });
  }

  /** Confirms those whose confidence is that high; one answer for each, in their order. */
  public List<ActionResult> confirmAll(
      DocumentId document, double above, List<ExpectedVersion> wanted, Actor actor) {
    return actionRunner.at(
        document,
        loaded -> {
          var refused = new HashMap<SectionId, ActionRefusedException>();
          Set<SectionId> right = new HashSet<>();
          Map<SectionId, TrackedSection> sections = loaded.live().byId();
          for (ExpectedVersion each : wanted) {
            try {
              TrackedSection tracked = ActionRunner.section(sections.get(each.id()), each.id());
              ActionRunner.checkVersion(tracked, each.version());
              if (!isConfirmed(tracked) && tracked.section().alignment().confidence() >= above) {
                right.add(each.id());
              }
            } catch (ActionRefusedException e) {
              refused.put(each.id(), e);
            }
          }
          LoadedDocument now =
              right.isEmpty()
                  ? loaded
                  : carryOut(loaded, new Correction.Confirm(right), Reason.CANNOT_ALIGN, actor);
          Map<SectionId, TrackedSection> after = now.live().byId();
          return wanted.stream()
              .map(each -> answer(each.id(), after.get(each.id()), refused.get(each.id())))
              .toList();
        });
  }

  private LoadedDocument carryOut(
      LoadedDocument loaded, Correction correction, Reason otherwise, Actor actor) {
    Revision revision =
        LayoutEngine.correct(laidOut(loaded), loaded.recordState().held(), correction)
            .orElseThrow(() -> new NotNow(otherwise));
    return actionRunner.relay(
        loaded,
        new LinkEvent(actionRunner.signature(actor, loaded), revision.changed(), revision.gone()));
  }

  /** The document as it is divided now. */
  static DocumentLayout laidOut(LoadedDocument loaded) {
    LiveDocument live = loaded.live();
    return new DocumentLayout(
        live.id(),
        text(live.original()),
        text(live.translation()),
        live.sections().stream().map(TrackedSection::section).toList(),
        loaded.recordState().layout());
  }

  private static Correction correction(
      LoadedDocument loaded, SectionId id, LinkCorrection linkCorrection) {
    return switch (linkCorrection) {
      case LinkCorrection.Join join -> {
        check(loaded, join.other());
        yield new Correction.Join(id, join.other().id());
      }
      case LinkCorrection.Split split ->
          new Correction.Split(id, split.original(), split.translation());
      case LinkCorrection.Move move -> {
        check(loaded, move.to());
        yield new Correction.Move(id, move.side(), move.blocks(), move.to().id());
      }
      case LinkCorrection.Unlink unlink -> new Correction.Unlink(id);
      case LinkCorrection.Confirm confirm -> new Correction.Confirm(Set.of(id));
      case LinkCorrection.Undo undo -> before(loaded, id);
    };
  }

  /** The layout before the last correction that concerned the section. */
  private static Correction before(LoadedDocument loaded, SectionId id) {
    List<Event> events = loaded.record().events();
    for (int at = events.size() - 1; at >= 0; at--) {
      if (events.get(at) instanceof LinkEvent link && link.concerns().contains(id)) {
        Set<SectionId> concerned = new HashSet<>(link.concerns());
        return new Correction.Restore(
            concerned,
            RecordState.fold(events.subList(0, at)).layout().stream()
                .filter(each -> concerned.contains(each.id()))
                .toList());
      }
    }
    throw new NotNow(Reason.CANNOT_UNDO);
  }

  private static @Nullable DocumentText text(@Nullable SideFile sideFile) {
    return sideFile == null ? null : sideFile.text();
  }

  private static Reason reason(LinkCorrection linkCorrection) {
    return linkCorrection instanceof LinkCorrection.Undo ? Reason.CANNOT_UNDO : Reason.CANNOT_ALIGN;
  }

  private static SectionId heir(RemovedSection gone, SectionId id) {
    SectionId became = gone.became();
    return became == null ? id : became;
  }

  private static void check(LoadedDocument loaded, ExpectedVersion expected) {
    ActionRunner.checkVersion(ActionRunner.section(loaded, expected.id()), expected.version());
  }

  private static boolean isConfirmed(TrackedSection tracked) {
    return tracked.section().alignment().equals(Alignment.CONFIRMED);
  }

  private static ActionResult answer(
      SectionId id, @Nullable TrackedSection now, @Nullable ActionRefusedException refused) {
    return refused == null ? new ActionResult(id, now, null) : new ActionResult(id, null, refused);
  }
}
