package no.speil.record;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import no.speil.corpus.RemovedSection;
import no.speil.corpus.SectionId;
import no.speil.corpus.SectionLayout;

/**
 * A document's record folded up: its layout by the order of lines, whatever the clocks said, and
 * what was done to each section by the order of time, then of lines. Immutable.
 */
public final class RecordState {
  private final List<SectionLayout> layout;
  private final LayoutReplay layoutReplay;
  private final Set<SectionId> held;
  private final Map<SectionId, List<Event>> histories;
  private final Map<SectionId, Instant> changes;
  private final Set<String> people;
  private final Set<SectionId> orphaned;
  private final RecordReports reports;
  private final Map<SectionId, List<TrackedReport>> reported;

  private RecordState(Set<Event> events) {
    reports = RecordReports.of(events);
    layoutReplay = new LayoutReplay();
    held = new HashSet<>();
    histories = new HashMap<>();
    changes = new HashMap<>();
    people = new TreeSet<>();
    events.forEach(this::take);
    layout = List.copyOf(layoutReplay.layout());
    orphaned = layoutReplay.orphaned(layout);
    histories.replaceAll((id, history) -> inOrderOfTime(history));
    reported = reports.bySection(this::home);
  }

  /**
   * The ledger of a record.
   *
   * @param events in the order of the file's lines; an event that is there twice, as after a merge
   *     by union, counts once
   */
  public static RecordState fold(List<Event> events) {
    return new RecordState(new LinkedHashSet<>(events));
  }

  /** The sections as they stand, in the document's order. */
  public List<SectionLayout> layout() {
    return layout;
  }

  /** Every id that the record has ever named, gone ones too. */
  public Set<SectionId> held() {
    return Collections.unmodifiableSet(held);
  }

  /** Sections of the layout that once had an original and have none now. */
  public Set<SectionId> orphaned() {
    return orphaned;
  }

  /** Sections that once had text on a side where they have none now, with it; the latest last. */
  public List<SectionLayout> lost() {
    return layoutReplay.lost();
  }

  /**
   * What became of a gone id: the section of today's layout that it has been merged into, through
   * however many merges, or nothing. Empty for an id that stands or was never laid.
   */
  public Optional<RemovedSection> departure(SectionId id) {
    return layoutReplay.departure(id);
  }

  /**
   * What was done to a section and everybody may know, without layouts that nobody asked for; also
   * where the layout does not know it.
   */
  public List<Event> history(SectionId id) {
    return histories.getOrDefault(id, List.of());
  }

  /**
   * The reports that are shown at a section: those on it, those on sections that were merged into
   * it, and at the first section of all those on sections that are gone.
   */
  public List<TrackedReport> reports(SectionId id) {
    return reported.getOrDefault(id, List.of());
  }

  /** Whether everybody may know of that event; not of a report before it is accepted. */
  public boolean tells(Event event) {
    return reports.tells(event);
  }

  /**
   * When a section was last laid anew or something was done with it that everybody may know; empty
   * where it is unknown.
   */
  public Optional<Instant> changed(SectionId id) {
    return Optional.ofNullable(changes.get(id));
  }

  /** Everybody who has done something here. */
  public Set<String> people() {
    return Collections.unmodifiableSet(people);
  }

  private void take(Event event) {
    held.addAll(event.concerns());
    if (!tells(event)) {
      return;
    }
    event.concerns().forEach(id -> changes.merge(id, event.signature().at(), RecordState::later));
    switch (event) {
      case LayoutEvent layoutEvent -> lay(layoutEvent);
      case LinkEvent link -> {
        layoutReplay.correct(link.sections(), link.gone());
        enter(link);
      }
      case MarkEvent mark -> enter(mark);
      case ConfirmEvent confirm -> enter(confirm);
      case EditEvent edit -> {
        layoutReplay.write(edit);
        enter(edit);
      }
      case SuggestEvent suggest -> enter(suggest);
      case ResolveEvent resolve -> enter(resolve);
      case ReportEvent report -> enter(report);
      case ReportResolveEvent reportResolveEvent -> enter(reportResolveEvent);
      case CommentEvent comment -> enter(comment);
      case OmitEvent omit -> enter(omit);
      case UnknownEvent unknownEvent -> enter(unknownEvent);
    }
  }

  private void lay(LayoutEvent layoutEvent) {
    if (layoutEvent.asked()) {
      layoutReplay.correct(layoutEvent.sections(), layoutEvent.gone());
      enter(layoutEvent);
    } else {
      layoutReplay.replay(layoutEvent.sections(), layoutEvent.gone());
    }
  }

  private void enter(Event event) {
    if (!(event instanceof ReportEvent)) { // a reader's name proves nobody
      people.add(event.signature().by());
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
    return departure(id).map(RemovedSection::became).orElse(layout.getFirst().id());
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static List<Event> inOrderOfTime(List<Event> history) {
    var sorted = new ArrayList<>(history);
    sorted.sort(Comparator.comparing(event -> event.signature().order())); // stable: then by line
    return List.copyOf(sorted);
  }
}
