package no.speil.record;

import static java.util.Comparator.naturalOrder;
import static java.util.function.BinaryOperator.maxBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import no.speil.corpus.DocumentId;
import no.speil.corpus.RemovedSection;
import no.speil.corpus.SectionId;
import no.speil.corpus.SectionLayout;
import no.speil.corpus.SectionPlacement;

/**
 * The state of a document's record: the layout by the order in which its changes were made,
 * whatever the machines' clocks said, and the events of each section by time. It follows from the
 * events and not from the order of their lines, so that records of two copies can be joined in any
 * way; only layouts of older versions of the program are ordered by their lines. Immutable.
 */
public final class RecordState {
  /**
   * By time and person; events of the same moment by {@code toString()}, so that a record component
   * that is renamed changes their order.
   */
  static final Comparator<Event> ORDER =
      Comparator.comparing((Event event) -> event.signature().order())
          .thenComparing(event -> event.signature().by())
          .thenComparing(Object::toString);

  private final List<Event> events;
  private final List<SectionLayout> layout;
  private final LayoutReplay layouts = new LayoutReplay();
  private final Set<SectionId> held = new HashSet<>();
  private final Map<SectionId, List<Event>> histories = new HashMap<>();
  private final Map<SectionId, Instant> changes = new HashMap<>();
  private final Map<SectionId, TextSnapshot> baselines = new HashMap<>();
  private final Map<SectionId, Instant> revisions = new HashMap<>();
  private final IdentityHashMap<Event, List<SectionId>> returns = new IdentityHashMap<>();
  private final Set<String> people = new TreeSet<>();
  private final Set<SectionId> orphaned;
  private final List<ClaimEvent> claims = new ArrayList<>();
  private final Map<String, TrackedReport> reports;
  private final Map<SectionId, List<TrackedReport>> reported;

  private RecordState(List<Event> events) {
    this.events = List.copyOf(events);
    Collection<Event> once = events.size() > 1 ? new LinkedHashSet<>(events) : events;
    reports = reports(once);
    once.forEach(this::take);
    LayoutReplay.inOrder(once).forEach(this::replay);
    layout = List.copyOf(layouts.layout());
    orphaned = layouts.orphaned(layout);
    histories.replaceAll((id, history) -> inOrderOfTime(history));
    reported =
        reports.values().stream()
            .sorted(Comparator.comparing(TrackedReport::report, ORDER))
            .collect(Collectors.groupingBy(each -> home(each.report().section())));
  }

  private static Map<String, TrackedReport> reports(Collection<Event> events) {
    var settled = new HashMap<String, ReportResolveEvent>();
    Event.all(events, ReportResolveEvent.class)
        .sorted(ORDER)
        .forEach(verdict -> settled.put(verdict.report(), verdict));
    var reports = new LinkedHashMap<String, TrackedReport>();
    Event.all(events, ReportEvent.class)
        .map(report -> new TrackedReport(report, settled.get(report.id())))
        .forEach(each -> reports.put(each.report().id(), each));
    return reports;
  }

  /**
   * Folds events to a state.
   *
   * @param events in the order of the file's lines; duplicates, as after a union merge, count once
   */
  public static RecordState fold(List<Event> events) {
    return new RecordState(events);
  }

  /** All events, in the order of the file's lines. */
  public List<Event> events() {
    return events;
  }

  /** The current sections, in the document's order. */
  public List<SectionLayout> layout() {
    return layout;
  }

  /** The logical clock of the last layout. */
  public int clock() {
    return layouts.clock();
  }

  /** The event as the next one: a layout is made after all that are known here. */
  public Event following(Event event) {
    return event instanceof LayoutEvent layout ? layout.at(clock() + 1) : event;
  }

  /** Every id that the record has ever named, also of removed sections. */
  public Set<SectionId> held() {
    return Collections.unmodifiableSet(held);
  }

  /** Sections of the layout that once had an original and have none now. */
  public Set<SectionId> orphaned() {
    return orphaned;
  }

  /** Sections that have lost all text on a side or on both, with it; the latest loss last. */
  public List<SectionLayout> lost() {
    return layouts.lost();
  }

  /**
   * What became of a removed id: the current section that it was merged into, directly or through
   * others, or nothing. Empty for an id that is in the layout or never was.
   */
  public Optional<RemovedSection> removal(SectionId id) {
    return layouts.removal(id);
  }

  /** The histories of the sections that were merged into one of the layout, by that one. */
  public Map<SectionId, List<List<Event>>> merged() {
    var merged = new HashMap<SectionId, List<List<Event>>>();
    for (SectionId id : held) {
      removal(id)
          .map(RemovedSection::became)
          .ifPresent(
              became -> merged.computeIfAbsent(became, b -> new ArrayList<>()).add(history(id)));
    }
    return merged;
  }

  /**
   * The events of a section that everybody may see, without layouts that follow from changes of the
   * files, except those by which it came back; also for a section outside the layout.
   */
  public List<Event> history(SectionId id) {
    return histories.getOrDefault(id, List.of());
  }

  /**
   * The reports shown at a section: those on it and on sections merged into it; at the first
   * section also those on removed sections.
   */
  public List<TrackedReport> reports(SectionId id) {
    return reported.getOrDefault(id, List.of());
  }

  /**
   * The sections that an event is told of, as what was done to them: those that it concerns, of a
   * layout that nobody asked for those that came back by it. What was done to a section that has
   * moved is told in the document that has it.
   */
  public List<SectionId> told(Event event) {
    List<SectionId> told =
        event instanceof LayoutEvent layout && layout.isOfFiles()
            ? returns.getOrDefault(event, List.of())
            : event instanceof WordingEvent ? List.of() : event.concerns();
    return told.stream().filter(id -> movedTo(id).isEmpty()).toList();
  }

  /** The document that a section has moved to; empty if it is here, or in no other. */
  public Optional<DocumentId> movedTo(SectionId id) {
    return layouts.movedTo(id);
  }

  /** Whether everybody may see the event; not a report before it is accepted. */
  public boolean isPublic(Event event) {
    return switch (event) {
      case ReportEvent report -> isPublic(report.id());
      case ReportResolveEvent verdict -> isPublic(verdict.report());
      case SectionEvent other -> true;
      case LayoutEvent layout -> true;
      case RenameEvent rename -> true;
      case UnknownEvent unknown -> true;
    };
  }

  private boolean isPublic(String report) {
    TrackedReport known = reports.get(report);
    return known != null && known.verdict().isPublic();
  }

  /**
   * When the layout of a section last changed or an event that everybody may see was added; empty
   * if unknown.
   */
  public Optional<Instant> changed(SectionId id) {
    return Optional.ofNullable(changes.get(id));
  }

  /**
   * The oldest original that was seen beside the translation that the section has; empty if it has
   * not changed since it was first laid out.
   */
  public Optional<TextSnapshot> baseline(SectionId id) {
    return Optional.ofNullable(baselines.get(id));
  }

  /** When its original was last seen to have changed; empty if it never has. */
  public Optional<Instant> revised(SectionId id) {
    return Optional.ofNullable(revisions.get(id));
  }

  /** The last claim of each person and section, if it was not taken back; also those over. */
  public List<ClaimEvent> claims() {
    var last = new LinkedHashMap<List<Object>, ClaimEvent>();
    for (ClaimEvent claim : inOrderOfTime(claims)) {
      last.put(List.of(claim.signature().by(), claim.section()), claim);
    }
    return last.values().stream().filter(claim -> claim.until() != null).toList();
  }

  /** The names of all who have worked here, without readers who reported. */
  public Set<String> people() {
    return Collections.unmodifiableSet(people);
  }

  private void take(Event event) {
    held.addAll(event.concerns());
    if (!isPublic(event)) {
      return;
    }
    Instant at = event.signature().at();
    switch (event) {
      case ClaimEvent claim -> claims.add(claim);
      case WordingEvent wording -> takeWording(wording);
      // all others are news of the text
      default -> event.concerns().forEach(id -> changes.merge(id, at, maxBy(naturalOrder())));
    }
    if (isDone(event)) {
      enter(event);
    }
  }

  private void takeWording(WordingEvent wording) {
    if (wording.translation() != null) {
      baselines.remove(wording.section()); // the new one was made from the original of that time
    } else if (wording.original() != null) {
      baselines.putIfAbsent(wording.section(), wording.original());
    }
  }

  /** Whether it is something that somebody did to sections. */
  private static boolean isDone(Event event) {
    return switch (event) {
      case LayoutEvent layout -> !layout.isOfFiles();
      case WordingEvent wording -> false; // nobody did anything
      case RenameEvent rename -> false; // it concerns no section
      case SectionEvent other -> true;
      case UnknownEvent unknown -> true;
    };
  }

  private void replay(Event event) {
    if (event instanceof LayoutEvent layout && layout.isOfFiles()) {
      for (SectionPlacement each : layout.sections()) {
        SectionId id = each.section().id();
        if (layouts.revises(each)) {
          revisions.put(id, event.signature().at());
        } else if (layouts.returns(each, layout.removed())) {
          returns.computeIfAbsent(event, unknown -> new ArrayList<>()).add(id);
          histories.computeIfAbsent(id, unknown -> new ArrayList<>()).add(event);
        }
      }
    }
    layouts.take(event);
  }

  private void enter(Event event) {
    String by = event.signature().by();
    // a reader's name is not verified, and an original is nobody's work here
    if (!(event instanceof ReportEvent || event instanceof ReviseEvent)
        && !by.equals(EventSignature.PROGRAM)) {
      people.add(by);
    }
    for (SectionId id : event.concerns()) {
      histories.computeIfAbsent(id, unknown -> new ArrayList<>()).add(event);
    }
  }

  private SectionId home(SectionId id) {
    boolean stands = layout.stream().anyMatch(each -> each.id().equals(id));
    if (stands || layout.isEmpty()) {
      return id;
    }
    return removal(id).map(RemovedSection::became).orElse(layout.getFirst().id());
  }

  private static <E extends Event> List<E> inOrderOfTime(List<E> history) {
    return history.stream().sorted(ORDER).toList();
  }
}
