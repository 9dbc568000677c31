package no.speil.tracking;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.speil.corpus.Departure;
import no.speil.corpus.Placed;
import no.speil.corpus.SectionId;
import no.speil.corpus.SectionLayout;
import org.jspecify.annotations.Nullable;

/** The layout in the making while a record's layout events are replayed, in the order of lines. */
final class Relayout {
  private final Sequence sequence = new Sequence();
  private final Map<SectionId, Departure> departures = new HashMap<>();
  private final Set<SectionId> everWithOriginal = new HashSet<>();
  private final Map<SectionId, SectionLayout> fullest = new LinkedHashMap<>();
  private boolean begun;

  static List<SectionId> concerns(List<Placed> sections, List<Departure> gone) {
    return Stream.concat(
            sections.stream().map(placed -> placed.section().id()),
            gone.stream().flatMap(Relayout::named))
        .distinct()
        .toList();
  }

  private static Stream<SectionId> named(Departure departure) {
    return Stream.concat(Stream.of(departure.id()), Stream.ofNullable(departure.became()));
  }

  /** Takes a layout over as a person wants it: what they took from a section is not given back. */
  void correct(List<Placed> sections, List<Departure> gone) {
    sections.forEach(placed -> fullest.remove(placed.section().id()));
    replay(sections, gone);
  }

  void replay(List<Placed> sections, List<Departure> gone) {
    if (begun) {
      revise(sections);
    } else {
      begin(sections);
    }
    for (Departure departure : gone) {
      sequence.remove(departure.id());
      departures.put(departure.id(), departure);
      fullest.remove(departure.id());
    }
  }

  /** Sections that once had text on a side where they have none now, with it; the latest last. */
  List<SectionLayout> lost() {
    Map<SectionId, SectionLayout> now = new HashMap<>();
    layout().forEach(section -> now.put(section.id(), section));
    return fullest.values().stream().filter(full -> !isAsFull(full, now.get(full.id()))).toList();
  }

  private static boolean isAsFull(SectionLayout full, @Nullable SectionLayout now) {
    return now == null
        || (full.original().isEmpty() == now.original().isEmpty()
            && full.translation().isEmpty() == now.translation().isEmpty());
  }

  List<SectionLayout> layout() {
    return sequence.toList();
  }

  /** Sections of that layout which once had an original and have none there. */
  Set<SectionId> orphaned(List<SectionLayout> layout) {
    return layout.stream()
        .filter(section -> section.original().isEmpty())
        .map(SectionLayout::id)
        .filter(everWithOriginal::contains)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** What became of an id at last; empty while it stands in the layout or if it never did. */
  Optional<Departure> departure(SectionId id) {
    Departure departure = sequence.contains(id) ? null : departures.get(id);
    var seen = new HashSet<SectionId>();
    @Nullable Departure step = departure;
    while (step != null && seen.add(step.id())) {
      SectionId became = step.became();
      if (became != null && sequence.contains(became)) {
        return Optional.of(new Departure(id, became));
      }
      step = became == null ? null : departures.get(became);
    }
    return Optional.ofNullable(departure).map(known -> new Departure(id, null));
  }

  private void begin(List<Placed> sections) {
    for (Placed placed : sections) {
      remember(placed.section());
      sequence.append(placed.section());
      begun = true;
    }
  }

  private void revise(List<Placed> sections) {
    SectionId first = null;
    for (Placed placed : sections) {
      SectionId after = placed.after();
      SectionId id = placed.section().id();
      remember(placed.section());
      // Only one section can be the first: where two histories were merged a second whole layout,
      // which names no predecessors, comes as a later one and must keep its order.
      if (after == null && first == null) {
        sequence.prepend(placed.section());
      } else {
        sequence.insert(placed.section(), after == null ? first : after);
      }
      if (after == null) {
        first = id;
      }
    }
  }

  private void remember(SectionLayout section) {
    departures.remove(section.id());
    SectionLayout before = fullest.remove(section.id());
    fullest.put(section.id(), before == null ? section : filled(section, before));
    if (!section.original().isEmpty()) {
      everWithOriginal.add(section.id());
    }
  }

  /** The section, with what it had before on a side that it has not now. */
  private static SectionLayout filled(SectionLayout section, SectionLayout before) {
    return new SectionLayout(
        section.id(),
        section.alignment(),
        section.original().isEmpty() ? before.original() : section.original(),
        section.translation().isEmpty() ? before.translation() : section.translation());
  }
}
