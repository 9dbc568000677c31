package no.speil.library.actions;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.speil.align.correct.Correction;
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
import no.speil.record.ReviseEvent;
import no.speil.record.WordingEvent;

/**
 * What of a new division of a document can be taken back: sections that have handed blocks to each
 * other only together, and only where nobody has done anything with them since and no text has
 * changed.
 *
 * @param at the place among the events of the one to be taken back
 */
record RealignUndo(List<Event> events, int at) {
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
    List<SectionLayout> both = Stream.concat(before.stream(), after.stream()).toList();
    Set<SectionId> bound = bound(touched(after, of(now, concerned)), both);
    Set<SectionId> sections =
        after.stream()
            .map(SectionLayout::id)
            .filter(id -> !bound.contains(id))
            .collect(Collectors.toSet());
    List<SectionLayout> restored =
        before.stream().filter(section -> !bound.contains(section.id())).toList();
    if (restored.isEmpty()) {
      throw new NotNow(Reason.CANNOT_UNDO);
    }
    return new Correction.Undo(sections, restored);
  }

  /** What a layout says of these sections. */
  static List<SectionLayout> of(List<SectionLayout> layout, Set<SectionId> concerned) {
    return layout.stream().filter(section -> concerned.contains(section.id())).toList();
  }

  /** Those that somebody has acted on since, or that are others now. */
  private Set<SectionId> touched(List<SectionLayout> after, List<SectionLayout> now) {
    Set<SectionId> touched = new HashSet<>();
    events.subList(at + 1, events.size()).stream()
        .filter(RealignUndo::isAction)
        .forEach(event -> touched.addAll(event.concerns()));
    Set<SectionLayout> then = new HashSet<>(after);
    Set<SectionLayout> present = new HashSet<>(now);
    Stream.of(after, now)
        .flatMap(List::stream)
        .filter(section -> !then.contains(section) || !present.contains(section))
        .forEach(section -> touched.add(section.id()));
    return touched;
  }

  /** Whether somebody has done something with a section by it. */
  static boolean isAction(Event event) {
    return !(LayoutEvent.isDivision(event)
        || event instanceof ClaimEvent
        || event instanceof WordingEvent
        || event instanceof ReviseEvent);
  }

  /** Those and all that have blocks of them, directly or through others. */
  private static Set<SectionId> bound(Set<SectionId> touched, List<SectionLayout> sections) {
    Set<SectionId> bound = new HashSet<>(touched);
    Set<Place> places = new HashSet<>();
    boolean hasGrown = true;
    while (hasGrown) {
      sections.stream()
          .filter(section -> bound.contains(section.id()))
          .forEach(section -> places.addAll(places(section)));
      hasGrown =
          bound.addAll(
              sections.stream()
                  .filter(section -> !Collections.disjoint(places(section), places))
                  .map(SectionLayout::id)
                  .toList());
    }
    return bound;
  }

  private static List<Place> places(SectionLayout section) {
    return Stream.of(Side.values())
        .flatMap(side -> section.side(side).stream().map(block -> new Place(side, block.hash())))
        .toList();
  }

  private record Place(Side side, TextHash hash) {}
}
