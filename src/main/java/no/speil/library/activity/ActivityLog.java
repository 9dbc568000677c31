package no.speil.library.activity;

import static no.speil.library.activity.ActivityCursor.ALL;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import no.speil.corpus.DocumentId;
import no.speil.library.actions.InFlightActions;
import no.speil.library.activity.ActivityCursor.Walk;
import no.speil.library.catalogue.Catalogue;
import no.speil.library.catalogue.Catalogue.Active;
import no.speil.library.catalogue.WorkDay;
import no.speil.library.documents.DocumentStore;
import no.speil.library.documents.LiveDocument;
import no.speil.record.Event;

/**
 * Tells what people have done, from the records. Looks into so many records for each answer and
 * leaves nothing out: where more documents were worked on, the next answers go through them.
 */
public final class ActivityLog {
  private static final int MOST_RECORDS = 500;

  /** So much is told at once, in characters, unless one event alone is longer. */
  private static final int LONGEST = 1_000_000;

  /** What is said of an event beside its texts. */
  private static final int OVERHEAD = 200;

  private final DocumentStore store;
  private final Catalogue catalogue;
  private final InFlightActions inFlight;
  private final Clock clock;

  public ActivityLog(
      DocumentStore store, Catalogue catalogue, InFlightActions inFlightActions, Clock clock) {
    this.store = store;
    this.catalogue = catalogue;
    this.inFlight = inFlightActions;
    this.clock = clock;
  }

  /** What was done after that; where all is told at once, in the order of time. */
  public ActivityBatch since(ActivityCursor cursor, int size) {
    Instant until = inFlight.before(clock.instant());
    Walk walk = cursor.walk();
    if (walk != null) {
      return walkOn(cursor.after(), walk, size);
    }
    boolean isWithin = cursor.told() != ALL;
    Instant after = isWithin ? cursor.after().minusNanos(1) : cursor.after();
    List<Active> active = catalogue.activeAfter(after.toEpochMilli(), null, MOST_RECORDS + 1);
    if (active.size() > MOST_RECORDS) {
      return walkOn(after, new Walk(until, new Active(Long.MIN_VALUE, ""), ALL), size);
    }
    List<Activity> activities =
        active.stream()
            .flatMap(each -> activities(new DocumentId(each.document()), after, until))
            .sorted(Comparator.comparing(Activity::at).thenComparing(Activity::document))
            .skip(isWithin ? cursor.told() : 0)
            .toList();
    int end = fitting(activities, size);
    return new ActivityBatch(
        activities.subList(0, end), next(cursor, activities, end), end < activities.size());
  }

  /** What was done in one moment is parted only where it is too long by itself. */
  private static int fitting(List<Activity> activities, int size) {
    long length = 0;
    for (int i = 0; i < activities.size(); i++) {
      boolean begins = i == 0 || !activities.get(i).at().equals(activities.get(i - 1).at());
      length += length(activities.get(i));
      if (i > 0 && (length > LONGEST || (i >= size && begins))) {
        return i;
      }
    }
    return activities.size();
  }

  private static ActivityCursor next(ActivityCursor before, List<Activity> activities, int end) {
    if (end == 0) {
      return before;
    }
    Instant moment = activities.get(end - 1).at();
    if (end == activities.size() || !activities.get(end).at().equals(moment)) {
      return ActivityCursor.moment(moment);
    }
    long told =
        activities.subList(0, end).stream().filter(each -> each.at().equals(moment)).count();
    int earlier = moment.equals(before.after()) ? Math.max(0, before.told()) : 0;
    return new ActivityCursor(moment, earlier + (int) told, null);
  }

  private static long length(Activity activity) {
    return (long) OVERHEAD + activity.event().characters();
  }

  /**
   * Document by document, until it is enough. One that is worked on meanwhile may be told again.
   */
  private ActivityBatch walkOn(Instant after, Walk walk, int size) {
    List<Active> active = catalogue.activeAfter(after.toEpochMilli(), walk.last(), MOST_RECORDS);
    var todo = new ArrayList<>(active);
    int skipped = walk.told();
    if (skipped != ALL) {
      todo.addFirst(walk.last());
    }
    var told = new ArrayList<Activity>();
    long length = 0;
    for (Active each : todo) {
      List<Activity> activities =
          activities(new DocumentId(each.document()), after, walk.until()).toList();
      for (int i = Math.max(0, skipped); i < activities.size(); i++) {
        length += length(activities.get(i));
        if (!told.isEmpty() && length > LONGEST) {
          return toGoOn(told, after, new Walk(walk.until(), each, i));
        }
        told.add(activities.get(i));
      }
      skipped = ALL;
      if (told.size() >= size && !each.equals(todo.getLast())) {
        return toGoOn(told, after, new Walk(walk.until(), each, ALL));
      }
    }
    if (active.size() < MOST_RECORDS) {
      return new ActivityBatch(inOrder(told), ActivityCursor.moment(walk.until()), false);
    }
    return toGoOn(told, after, new Walk(walk.until(), active.getLast(), ALL));
  }

  private static ActivityBatch toGoOn(List<Activity> told, Instant after, Walk walk) {
    return new ActivityBatch(inOrder(told), new ActivityCursor(after, ALL, walk), true);
  }

  private static List<Activity> inOrder(List<Activity> activities) {
    return activities.stream().sorted(Comparator.comparing(Activity::at)).toList();
  }

  /** What people have done last in the whole archive, the latest first. */
  public List<Activity> latest(int size) {
    return latest(catalogue.lastActive(size), size, each -> true);
  }

  /**
   * What others than a person have done after a moment, the latest first.
   *
   * @param documents that they did something in last, of which it is told
   */
  public List<Activity> byOthers(String person, Instant since, int documents) {
    return latest(
        catalogue.activeByOthers(person, since.toEpochMilli(), documents),
        Integer.MAX_VALUE,
        each -> each.at().isAfter(since) && !each.event().signature().by().equals(person));
  }

  /** The same of one document. */
  public List<Activity> latest(DocumentId id, int size) {
    return latest(List.of(id), size, each -> true);
  }

  private List<Activity> latest(List<DocumentId> documents, int size, Predicate<Activity> wanted) {
    return documents.stream()
        .flatMap(id -> activities(id, Instant.MIN, Instant.MAX).toList().reversed().stream())
        .filter(wanted)
        .sorted(Comparator.comparing(Activity::at).reversed())
        .limit(size)
        .toList();
  }

  /**
   * What was done on these days, the latest first; reads each document once.
   *
   * @param kind what an event is counted as
   */
  public List<DayWork> on(List<WorkDay> days, Function<Event, String> kind) {
    var documents = new LinkedHashMap<DocumentId, List<WorkDay>>();
    days.forEach(day -> documents.computeIfAbsent(day.id(), id -> new ArrayList<>()).add(day));
    var works = new ArrayList<DayWork>();
    documents.forEach(
        (id, ofOne) ->
            store
                .findLoadable(id)
                .ifPresent(
                    loaded -> ofOne.forEach(day -> works.add(DayWork.of(day, loaded, kind)))));
    works.removeIf(work -> work.sections().isEmpty() && work.renames().isEmpty());
    works.sort(Comparator.comparing(DayWork::day, WorkDay.LATEST_FIRST));
    return works;
  }

  private Stream<Activity> activities(DocumentId id, Instant after, Instant until) {
    return store.findLoadable(id).stream()
        .flatMap(LiveDocument::publicEvents)
        .filter(event -> event.signature().at().isAfter(after))
        .filter(event -> !event.signature().at().isAfter(until))
        .map(event -> new Activity(id, event));
  }

  /**
   * What people have done, the oldest first.
   *
   * @param next from where to go on
   * @param more whether there is more to tell just now
   */
  public record ActivityBatch(List<Activity> activities, ActivityCursor next, boolean more) {}
}
