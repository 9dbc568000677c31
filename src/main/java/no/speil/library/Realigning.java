package no.speil.library;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import no.speil.alignment.Correction;
import no.speil.alignment.Layouter;
import no.speil.alignment.Revision;
import no.speil.corpus.Alignment;
import no.speil.corpus.BlockPrint;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Placed;
import no.speil.corpus.SectionId;
import no.speil.corpus.SectionLayout;
import no.speil.corpus.TextHash;
import no.speil.library.ActionRefused.NotNow;
import no.speil.library.ActionRefused.NotNow.Reason;
import no.speil.tracking.Event;
import no.speil.tracking.Laid;
import no.speil.tracking.Link;
import no.speil.tracking.TrackedSection;

/** Aligns a whole document again when a person asks, and takes that back. */
final class Realigning {
  private final Desk desk;
  private final Layouters layouters;

  Realigning(Desk desk, Layouters layouters) {
    this.desk = desk;
    this.layouters = layouters;
  }

  Realigned again(DocumentId document, Actor actor) {
    return desk.at(
        document,
        loaded -> {
          Revision revision =
              layouters
                  .later()
                  .again(Aligning.laidOut(loaded), loaded.ledger().held(), kept(loaded));
          return carryOut(loaded, revision, actor);
        });
  }

  Realigned undo(DocumentId document, Actor actor) {
    return desk.at(
        document,
        loaded -> {
          List<Event> events = loaded.record().events();
          int at = lastAsked(events);
          Correction.Restore restore = new Reversal(events, at).of(loaded.ledger().layout());
          Revision revision =
              Layouter.correct(Aligning.laidOut(loaded), loaded.ledger().held(), restore)
                  .orElseThrow(() -> new NotNow(Reason.CANNOT_UNDO));
          return carryOut(loaded, revision, actor);
        });
  }

  private static int lastAsked(List<Event> events) {
    for (int at = events.size() - 1; at >= 0; at--) {
      if (events.get(at) instanceof Laid laid && laid.asked()) {
        return at;
      }
    }
    throw new NotNow(Reason.CANNOT_UNDO);
  }

  private Realigned carryOut(Loaded loaded, Revision revision, Actor actor) {
    if (revision.changed().isEmpty() && revision.gone().isEmpty()) {
      return new Realigned(loaded.live(), 0, 0);
    }
    int changed = changed(loaded.ledger().layout(), revision.changed());
    var laid = new Laid(desk.signature(actor, loaded), revision.changed(), revision.gone(), true);
    Loaded now = desk.relay(loaded, laid);
    return new Realigned(now.live(), changed, revision.changed().size() - changed);
  }

  private static int changed(List<SectionLayout> before, List<Placed> placed) {
    Map<SectionId, SectionLayout> byId = new HashMap<>();
    before.forEach(section -> byId.put(section.id(), section));
    return (int)
        placed.stream()
            .map(Placed::section)
            .filter(
                section -> {
                  SectionLayout then = byId.get(section.id());
                  return then == null || !hashes(then).equals(hashes(section));
                })
            .count();
  }

  private static List<List<TextHash>> hashes(SectionLayout section) {
    return List.of(hashes(section.original()), hashes(section.translation()));
  }

  private static List<TextHash> hashes(List<BlockPrint> run) {
    return run.stream().map(BlockPrint::hash).toList();
  }

  /** Sections that somebody has done something with, and those that must not have an original. */
  private static Set<SectionId> kept(Loaded loaded) {
    Set<SectionId> kept =
        loaded.live().sections().stream()
            .filter(Realigning::isLookedAt)
            .map(each -> each.section().id())
            .collect(Collectors.toCollection(HashSet::new));
    kept.addAll(loaded.ledger().orphaned());
    return kept;
  }

  private static boolean isLookedAt(TrackedSection tracked) {
    return tracked.section().alignment().method() == Alignment.Method.CONFIRMED
        || !tracked.reports().isEmpty()
        || tracked.history().stream().anyMatch(event -> !isLayout(event));
  }

  /** Whether it says nothing but which blocks belong together. */
  static boolean isLayout(Event event) {
    return event instanceof Laid || event instanceof Link;
  }
}
