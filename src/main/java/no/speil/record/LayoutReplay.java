package no.speil.record;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.speil.corpus.Alignment;
import no.speil.corpus.BlockFingerprint;
import no.speil.corpus.DocumentId;
import no.speil.corpus.ImpossibleLayoutException;
import no.speil.corpus.LayoutPart;
import no.speil.corpus.RemovedSection;
import no.speil.corpus.SectionId;
import no.speil.corpus.SectionLayout;
import no.speil.corpus.SectionPlacement;
import org.jspecify.annotations.Nullable;

/** Replays a record's layout events in the order in which they were made. */
final class LayoutReplay {
  /** In their order. */
  private final List<SectionLayout> sections = new ArrayList<>();

  private final Map<SectionId, SectionLayout> byId = new HashMap<>();
  private final Map<SectionId, RemovedSection> removedSections = new HashMap<>();
  private final Set<SectionId> everWithOriginal = new HashSet<>();
  private final Map<SectionId, SectionLayout> fullest = new LinkedHashMap<>();
  private final Set<SectionId> written = new HashSet<>();
  private int clock;

  /**
   * The events that the layout follows from, in the order in which they were made: by their logical
   * clocks, and those at the same time, which were made in different copies, by what they say.
   *
   * @param events in the order of lines, which counts for those of older versions of the program
   */
  static List<Event> inOrder(Collection<Event> events) {
    var steps = new ArrayList<Step>();
    int last = 0;
    for (Event event : events) {
      if (event instanceof LayoutEvent layout && layout.clock() >= 0) {
        int at = layout.clock() > 0 ? layout.clock() : last + 1;
        last = Math.max(last, at);
        steps.add(new Step(at, event));
      } else if (event instanceof EditEvent) {
        steps.add(new Step(last, event));
      }
    }
    steps.sort(Step.ORDER);
    return steps.stream().map(Step::event).toList();
  }

  /**
   * An event in the order of replaying. An edit counts for what layouts of older versions did not
   * say, and follows the layout before it.
   */
  private record Step(int at, Event event) {
    static final Comparator<Step> ORDER =
        Comparator.comparingInt(Step::at)
            .thenComparing(step -> step.event instanceof EditEvent)
            .thenComparing((one, other) -> RecordState.ORDER.compare(one.event, other.event));
  }

  /**
   * Checks a layout: no section occurs twice, is both placed and removed, follows itself or becomes
   * itself, and there is one title.
   *
   * @throws ImpossibleLayoutException if the layout is impossible
   */
  static void check(List<SectionPlacement> sections, List<RemovedSection> removed) {
    var named = new HashSet<SectionId>();
    boolean titled = false;
    for (SectionPlacement placement : sections) {
      SectionId id = placement.section().id();
      refuse(!named.add(id), id, "stands twice");
      refuse(id.equals(placement.after()), id, "follows itself");
      refuse(titled && placement.section().isTitle(), id, "has a second title");
      titled |= placement.section().isTitle();
    }
    for (RemovedSection gone : removed) {
      SectionId id = gone.id();
      refuse(!named.add(id), id, "is gone twice, or gone and there");
      refuse(id.equals(gone.became()), id, "became itself");
    }
  }

  private static void refuse(boolean impossible, SectionId id, String why) {
    if (impossible) {
      throw new ImpossibleLayoutException(id, why);
    }
  }

  /** Replays an event; whether it is a layout, so that the document may be another now. */
  boolean take(Event event) {
    if (event instanceof EditEvent edit) {
      write(edit);
    }
    if (!(event instanceof LayoutEvent layout)) {
      return false;
    }
    boolean isOfOldForm = layout.clock() == 0;
    clock = isOfOldForm ? clock + 1 : Math.max(clock, layout.clock());
    if (layout.isOfFiles()) {
      replay(layout, isOfOldForm);
    } else {
      correct(layout, isOfOldForm);
    }
    return true;
  }

  /** The logical clock of the last layout; that of the next is greater. */
  int clock() {
    return clock;
  }

  /**
   * Whether the section had been removed, and is placed again, or comes from another document: then
   * it takes the place of one that was here.
   */
  boolean returns(SectionPlacement placement, List<RemovedSection> removed) {
    SectionLayout section = placement.section();
    return byId.get(section.id()) == null
        && !section.isTitle()
        && (removedSections.containsKey(section.id())
            || removed.stream().anyMatch(each -> section.id().equals(each.became())));
  }

  /** The document that a section has moved to; empty if it is here, or in no other. */
  Optional<DocumentId> movedTo(SectionId id) {
    return Optional.ofNullable(removedSections.get(id)).map(RemovedSection::movedTo);
  }

  /** Whether the section stands in the layout so far, and gets another original. */
  boolean revises(SectionPlacement placement) {
    SectionLayout before = byId.get(placement.section().id());
    return before != null
        && !placement.kept().contains(LayoutPart.ORIGINAL)
        && !BlockFingerprint.hashes(before.original())
            .equals(BlockFingerprint.hashes(placement.section().original()));
  }

  /** Applies a person's correction: text that it takes from a section does not return to it. */
  private void correct(LayoutEvent layout, boolean isOfOldForm) {
    for (SectionPlacement placement : layout.sections()) {
      fullest.remove(placement.section().id());
      written.remove(placement.section().id());
    }
    replay(layout, isOfOldForm);
    layout.removed().forEach(gone -> fullest.remove(gone.id()));
  }

  private void replay(LayoutEvent layout, boolean isOfOldForm) {
    List<SectionPlacement> read =
        layout.sections().stream().map(each -> isOfOldForm ? confirmed(each) : each).toList();
    revise(read);
    layout.removed().forEach(this::remove);
  }

  private void remove(RemovedSection gone) {
    SectionId id = gone.id();
    takeOut(id);
    removedSections.put(id, gone);
    SectionLayout full = fullest.remove(id);
    if (full != null) {
      fullest.put(id, full); // the latest loss is the last
    }
  }

  /**
   * Marks a pair as confirmed since its translation was written for its original. Layouts after
   * edits did not always say so, so it is read from the edit.
   */
  private void write(EditEvent edit) {
    if (edit.original().isEmpty() || edit.after().isEmpty()) {
      written.remove(edit.section());
    } else {
      written.add(edit.section());
    }
  }

  private SectionPlacement confirmed(SectionPlacement placement) {
    SectionLayout section = placement.section();
    if (section.original().isEmpty() || section.translation().isEmpty()) {
      written.remove(section.id());
    }
    return written.contains(section.id())
        ? new SectionPlacement(
            new SectionLayout(
                section.id(), Alignment.CONFIRMED, section.original(), section.translation()),
            placement.after())
        : placement;
  }

  /** The section with what the change has kept, as that is now; empty if no text is left of it. */
  private Optional<SectionLayout> now(SectionPlacement placement) {
    SectionId id = placement.section().id();
    SectionLayout there = byId.get(id);
    SectionLayout before = there == null ? fullest.get(id) : there;
    return before == null ? Optional.of(placement.section()) : placement.onto(before);
  }

  /**
   * Sections that have lost all text on a side or on both, with that text; the latest loss last. A
   * person's correction is no loss, and what has moved to another document is not lost.
   */
  List<SectionLayout> lost() {
    return fullest.values().stream()
        .filter(full -> !isAsFull(full, byId.get(full.id())) && movedTo(full.id()).isEmpty())
        .toList();
  }

  private static boolean isAsFull(SectionLayout full, @Nullable SectionLayout now) {
    return now != null
        && full.original().isEmpty() == now.original().isEmpty()
        && full.translation().isEmpty() == now.translation().isEmpty();
  }

  List<SectionLayout> layout() {
    return List.copyOf(sections);
  }

  /** Sections of the layout that once had an original and have none now. */
  Set<SectionId> orphaned(List<SectionLayout> layout) {
    return layout.stream()
        .filter(section -> section.original().isEmpty())
        .map(SectionLayout::id)
        .filter(everWithOriginal::contains)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The last removal of an id; empty if it is in the layout or never was. */
  Optional<RemovedSection> removal(SectionId id) {
    RemovedSection gone = removedSections.get(id);
    var seen = new HashSet<SectionId>();
    @Nullable RemovedSection step = gone;
    while (step != null && seen.add(step.id())) {
      SectionId became = step.became();
      if (became != null && byId.get(became) != null) {
        return Optional.of(new RemovedSection(id, became));
      }
      step = became == null ? null : removedSections.get(became);
    }
    return Optional.ofNullable(gone).map(known -> new RemovedSection(id, null));
  }

  private void revise(List<SectionPlacement> sections) {
    SectionId first = null;
    for (SectionPlacement placement : sections) {
      SectionId after = placement.after();
      SectionId id = placement.section().id();
      Optional<SectionLayout> section = now(placement);
      if (section.isEmpty()) {
        remove(new RemovedSection(id, null));
        continue;
      }
      remember(section.get());
      // Only one section can be the first: where two histories were merged a second whole layout,
      // which names no predecessors, comes as a later one and must keep its order.
      put(section.get(), after == null ? first : after);
      if (after == null) {
        first = id;
      }
    }
  }

  /** Puts a section after another, at the end if that one is not there; null for the beginning. */
  private void put(SectionLayout section, @Nullable SectionId after) {
    takeOut(section.id());
    SectionLayout before = after == null ? null : byId.get(after);
    int otherwise = after == null ? 0 : sections.size();
    sections.add(before == null ? otherwise : sections.lastIndexOf(before) + 1, section);
    byId.put(section.id(), section);
  }

  private void takeOut(SectionId id) {
    SectionLayout there = byId.remove(id);
    if (there != null) {
      sections.remove(sections.lastIndexOf(there));
    }
  }

  private void remember(SectionLayout section) {
    removedSections.remove(section.id());
    SectionLayout before = fullest.remove(section.id());
    fullest.put(
        section.id(),
        before != null && before.isTitle() == section.isTitle()
            ? filled(section, before)
            : section);
    if (!section.original().isEmpty()) {
      everWithOriginal.add(section.id());
    }
  }

  /** The section with the text that it has lost. */
  private static SectionLayout filled(SectionLayout section, SectionLayout before) {
    boolean isPair = !section.original().isEmpty() && !section.translation().isEmpty();
    return new SectionLayout(
        section.id(),
        isPair ? section.alignment() : before.alignment(),
        section.original().isEmpty() ? before.original() : section.original(),
        section.translation().isEmpty() ? before.translation() : section.translation());
  }
}
