package no.speil.library;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import no.speil.corpus.DocumentId;
import no.speil.tracking.LayoutEvent;
import org.jspecify.annotations.Nullable;

/**
 * Tells what people have done, from the records. Looks into so many records for each answer and
 * leaves nothing out: where more documents were worked on, the next answers go through them.
 */
final class ActivityLog {
  private static final int MOST_RECORDS = 500;

  private final DocumentStore documentStore;
  private final Catalogue catalogue;
  private final InFlightActions inFlightActions;
  private final Clock clock;
  private final int mostRecords;

  ActivityLog(
      DocumentStore documentStore,
      Catalogue catalogue,
      InFlightActions inFlightActions,
      Clock clock) {
    this(documentStore, catalogue, inFlightActions, clock, MOST_RECORDS);
  }

  /** With another bound, to try it. */
  ActivityLog(
      DocumentStore documentStore,
      Catalogue catalogue,
      InFlightActions inFlightActions,
      Clock clock,
      int mostRecords) {
    this.documentStore = documentStore;
    this.catalogue = catalogue;
    this.inFlightActions = inFlightActions;
    this.clock = clock;
    this.mostRecords = mostRecords;
  }

  /** What was done after that; where all is told at once, in the order of time. */
  ActivityBatch since(ActivityCursor activityCursor, int size) {
    Instant until = inFlightActions.before(clock.instant());
    ActivityCursor.Walk walk = activityCursor.walk();
    if (walk != null) {
      return walkOn(activityCursor.after(), walk, size);
    }
    List<Catalogue.Active> active =
        catalogue.activeAfter(activityCursor.after().toEpochMilli(), null, mostRecords + 1);
    return active.size() > mostRecords
        ? walkOn(
            activityCursor.after(),
            new ActivityCursor.Walk(until, Long.MIN_VALUE, new DocumentId("-")),
            size)
        : inOrderOfTime(activityCursor.after(), active, until, size);
  }

  private ActivityBatch inOrderOfTime(
      Instant after, List<Catalogue.Active> active, Instant until, int size) {
    List<Activity> activities =
        active.stream()
            .flatMap(each -> deeds(new DocumentId(each.document()), after, until))
            .sorted(Comparator.comparing(Activity::at))
            .toList();
    int end = Math.min(size, activities.size());
    while (end > 0
        && end < activities.size()
        && activities.get(end).at().equals(activities.get(end - 1).at())) {
      end++; // what was done in one moment is never parted
    }
    List<Activity> told = activities.subList(0, end);
    Instant next = told.isEmpty() ? after : told.getLast().at();
    return new ActivityBatch(told, ActivityCursor.moment(next), end < activities.size());
  }

  /** Whole documents, until it is enough. One that is worked on meanwhile may be told again. */
  private ActivityBatch walkOn(Instant after, ActivityCursor.Walk walk, int size) {
    List<Catalogue.Active> active =
        catalogue.activeAfter(after.toEpochMilli(), active(walk), mostRecords);
    var told = new ArrayList<Activity>();
    for (Catalogue.Active each : active) {
      var document = new DocumentId(each.document());
      deeds(document, after, walk.until()).forEach(told::add);
      if (told.size() >= size && !each.equals(active.getLast())) {
        var next = new ActivityCursor.Walk(walk.until(), each.millis(), document);
        return new ActivityBatch(inOrder(told), new ActivityCursor(after, next), true);
      }
    }
    if (active.size() < mostRecords) {
      return new ActivityBatch(inOrder(told), ActivityCursor.moment(walk.until()), false);
    }
    Catalogue.Active last = active.getLast();
    var next =
        new ActivityCursor.Walk(walk.until(), last.millis(), new DocumentId(last.document()));
    return new ActivityBatch(inOrder(told), new ActivityCursor(after, next), true);
  }

  private static Catalogue.@Nullable Active active(ActivityCursor.Walk walk) {
    return walk.lastMillis() == Long.MIN_VALUE
        ? null
        : new Catalogue.Active(walk.lastMillis(), walk.document().value());
  }

  private static List<Activity> inOrder(List<Activity> activities) {
    return activities.stream().sorted(Comparator.comparing(Activity::at)).toList();
  }

  /** What people have done last in the whole archive, the latest first. */
  List<Activity> latest(int size) {
    return latest(catalogue.lastActive(size).stream(), size);
  }

  /** The same of one document. */
  List<Activity> latest(DocumentId id, int size) {
    return latest(Stream.of(id), size);
  }

  private List<Activity> latest(Stream<DocumentId> documents, int size) {
    return documents
        .flatMap(id -> deeds(id, Instant.MIN, Instant.MAX).toList().reversed().stream())
        .sorted(Comparator.comparing(Activity::at).reversed())
        .limit(size)
        .toList();
  }

  private Stream<Activity> deeds(DocumentId id, Instant after, Instant until) {
    return documentStore.fetch(id).stream()
        .flatMap(loaded -> loaded.record().events().stream().filter(loaded.recordState()::tells))
        .filter(event -> !(event instanceof LayoutEvent layoutEvent) || layoutEvent.asked())
        .filter(event -> event.signature().at().isAfter(after))
        .filter(event -> !event.signature().at().isAfter(until))
        .map(event -> new Activity(id, event));
  }
}
