package no.speil.library;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.speil.alignment.Correction;
import no.speil.alignment.LaidOut;
import no.speil.alignment.Layouter;
import no.speil.alignment.Revision;
import no.speil.corpus.Alignment;
import no.speil.corpus.Departure;
import no.speil.corpus.DocumentId;
import no.speil.corpus.SectionId;
import no.speil.corpus.Text;
import no.speil.library.ActionRefused.NotNow;
import no.speil.library.ActionRefused.NotNow.Reason;
import no.speil.tracking.Event;
import no.speil.tracking.Ledger;
import no.speil.tracking.Link;
import no.speil.tracking.TrackedSection;
import no.speil.tracking.Version;
import org.jspecify.annotations.Nullable;

/** What people put right in the alignment of a document. */
final class Aligning {
  private final Desk desk;

  Aligning(Desk desk) {
    this.desk = desk;
  }

  /** Carries a correction out; answers with the section in which the named one lives on. */
  TrackedSection correct(
      DocumentId document, SectionId id, Linking linking, Version expected, Actor actor) {
    return desk.at(
        document,
        loaded -> {
          check(loaded, new Expected(id, expected));
          if (linking instanceof Linking.Confirm && isConfirmed(Desk.section(loaded, id))) {
            return Desk.section(loaded, id);
          }
          Correction correction = correction(loaded, id, linking);
          Loaded now = carryOut(loaded, correction, reason(linking), actor);
          return Desk.section(
              now, now.ledger().departure(id).map(gone -> heir(gone, id)).orElse(id));
        });
  }

  /** Confirms those whose confidence is that high; one answer for each, in their order. */
  List<Answer> confirmAll(DocumentId document, double above, List<Expected> wanted, Actor actor) {
    return desk.at(
        document,
        loaded -> {
          var refused = new HashMap<SectionId, ActionRefused>();
          Set<SectionId> right = new HashSet<>();
          Map<SectionId, TrackedSection> sections = loaded.live().byId();
          for (Expected each : wanted) {
            try {
              TrackedSection tracked = Desk.section(sections.get(each.id()), each.id());
              Desk.checkVersion(tracked, each.version());
              if (!isConfirmed(tracked) && tracked.section().alignment().confidence() >= above) {
                right.add(each.id());
              }
            } catch (ActionRefused e) {
              refused.put(each.id(), e);
            }
          }
          Loaded now =
              right.isEmpty()
                  ? loaded
                  : carryOut(loaded, new Correction.Confirm(right), Reason.CANNOT_ALIGN, actor);
          Map<SectionId, TrackedSection> after = now.live().byId();
          return wanted.stream()
              .map(each -> answer(each.id(), after.get(each.id()), refused.get(each.id())))
              .toList();
        });
  }

  private Loaded carryOut(Loaded loaded, Correction correction, Reason otherwise, Actor actor) {
    Revision revision =
        Layouter.correct(laidOut(loaded), loaded.ledger().held(), correction)
            .orElseThrow(() -> new NotNow(otherwise));
    return desk.relay(
        loaded, new Link(desk.signature(actor, loaded), revision.changed(), revision.gone()));
  }

  /** The document as it is divided now. */
  static LaidOut laidOut(Loaded loaded) {
    LiveDocument live = loaded.live();
    return new LaidOut(
        live.id(),
        text(live.original()),
        text(live.translation()),
        live.sections().stream().map(TrackedSection::section).toList(),
        loaded.ledger().layout());
  }

  private static Correction correction(Loaded loaded, SectionId id, Linking linking) {
    return switch (linking) {
      case Linking.Join join -> {
        check(loaded, join.other());
        yield new Correction.Join(id, join.other().id());
      }
      case Linking.Split split -> new Correction.Split(id, split.original(), split.translation());
      case Linking.Move move -> {
        check(loaded, move.to());
        yield new Correction.Move(id, move.side(), move.blocks(), move.to().id());
      }
      case Linking.Unlink unlink -> new Correction.Unlink(id);
      case Linking.Confirm confirm -> new Correction.Confirm(Set.of(id));
      case Linking.Undo undo -> before(loaded, id);
    };
  }

  /** The layout before the last correction that concerned the section. */
  private static Correction before(Loaded loaded, SectionId id) {
    List<Event> events = loaded.record().events();
    for (int at = events.size() - 1; at >= 0; at--) {
      if (events.get(at) instanceof Link link && link.concerns().contains(id)) {
        Set<SectionId> concerned = new HashSet<>(link.concerns());
        return new Correction.Restore(
            concerned,
            Ledger.fold(events.subList(0, at)).layout().stream()
                .filter(each -> concerned.contains(each.id()))
                .toList());
      }
    }
    throw new NotNow(Reason.CANNOT_UNDO);
  }

  private static @Nullable Text text(@Nullable Leaf leaf) {
    return leaf == null ? null : leaf.text();
  }

  private static Reason reason(Linking linking) {
    return linking instanceof Linking.Undo ? Reason.CANNOT_UNDO : Reason.CANNOT_ALIGN;
  }

  private static SectionId heir(Departure gone, SectionId id) {
    SectionId became = gone.became();
    return became == null ? id : became;
  }

  private static void check(Loaded loaded, Expected expected) {
    Desk.checkVersion(Desk.section(loaded, expected.id()), expected.version());
  }

  private static boolean isConfirmed(TrackedSection tracked) {
    return tracked.section().alignment().equals(Alignment.CONFIRMED);
  }

  private static Answer answer(
      SectionId id, @Nullable TrackedSection now, @Nullable ActionRefused refused) {
    return refused == null ? new Answer(id, now, null) : new Answer(id, null, refused);
  }
}
