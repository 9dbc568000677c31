package no.speil.library.actions;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import no.speil.align.correct.Correction;
import no.speil.corpus.BlockFingerprint;
import no.speil.corpus.SectionId;
import no.speil.corpus.SectionLayout;
import no.speil.corpus.Side;
import no.speil.corpus.TextHash;
import no.speil.library.documents.ActionRefusedException.NotNow;
import no.speil.library.documents.ActionRefusedException.NotNow.Reason;
import no.speil.record.ClaimEvent;
import no.speil.record.Event;
import no.speil.record.LayoutEvent;
import no.speil.record.RecordState;
import no.speil.record.WordingEvent;

/**
 * What of a new division of a document can be taken back: sections that have handed blocks to each
 * other only together, and only where nobody has done anything with them since and no text has
 * changed.
 */
final class RealignUndo {
  private final List<Event> events;
  private final int at;
  private final Map<SectionId, SectionId> leaders = new HashMap<>();

  /**
   * @param at the place among the events of the one to be taken back
   */
  RealignUndo(List<Event> events, int at) {
    this.events = events;
    this.at = at;
  }

  /**
   * The division before the event.
   *
   * @param now the document's layout
   * @throws NotNow if none of it can be taken back
   */
  Correction.Undo of(List<SectionLayout> now) {
    Set<SectionId> concerned = new HashSet<>(events.get(at).concerns());
    List<SectionLayout> before = of(RecordState.fold(events.subList(0, at)).layout(), concerned);
    List<SectionLayout> after = of(RecordState.fold(events.subList(0, at + 1)).layout(), concerned);
    bind(before, after);
    Set<SectionId> bound = bound(after, of(now, concerned));
    Set<SectionId> sections = new HashSet<>();
    after.stream().map(SectionLayout::id).filter(id -> !isIn(bound, id)).forEach(sections::add);
    List<SectionLayout> restored =
        before.stream().filter(section -> !isIn(bound, section.id())).toList();
    if (restored.isEmpty()) {
      throw new NotNow(Reason.CANNOT_UNDO);
    }
    return new Correction.Undo(sections, restored);
  }

  private static List<SectionLayout> of(List<SectionLayout> layout, Set<SectionId> concerned) {
    return layout.stream().filter(section -> concerned.contains(section.id())).toList();
  }

  /** Finds out which sections have blocks of each other. */
  private void bind(List<SectionLayout> before, List<SectionLayout> after) {
    Map<Place, SectionId> owners = new HashMap<>();
    var all = new ArrayList<>(before);
    all.addAll(after);
    for (SectionLayout section : all) {
      for (Side side : Side.values()) {
        for (BlockFingerprint block : section.side(side)) {
          SectionId owner = owners.putIfAbsent(new Place(side, block.hash()), section.id());
          if (owner != null) {
            leaders.put(leader(owner), leader(section.id()));
          }
        }
      }
    }
  }

  private static boolean isAction(Event event) {
    return !(LayoutEvent.isDivision(event)
        || event instanceof ClaimEvent
        || event instanceof WordingEvent);
  }

  /** The leaders of those that must stay: somebody has acted on them, or they are others now. */
  private Set<SectionId> bound(List<SectionLayout> after, List<SectionLayout> now) {
    Set<SectionId> bound = new HashSet<>();
    events.subList(at + 1, events.size()).stream()
        .filter(RealignUndo::isAction)
        .flatMap(event -> event.concerns().stream())
        .forEach(id -> bound.add(leader(id)));
    Map<SectionId, SectionLayout> present = new HashMap<>();
    now.forEach(section -> present.put(section.id(), section));
    for (SectionLayout section : after) {
      if (!Objects.equals(section, present.remove(section.id()))) {
        bound.add(leader(section.id()));
      }
    }
    present.keySet().forEach(id -> bound.add(leader(id)));
    return bound;
  }

  private boolean isIn(Set<SectionId> bound, SectionId id) {
    return bound.contains(leader(id));
  }

  private SectionId leader(SectionId id) {
    SectionId last = id;
    for (SectionId next = leaders.get(last); next != null && !next.equals(last); ) {
      last = next;
      next = leaders.get(last);
    }
    return last;
  }

  private record Place(Side side, TextHash hash) {}
}
