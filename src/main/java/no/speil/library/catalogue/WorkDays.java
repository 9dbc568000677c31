package no.speil.library.catalogue;

import static java.lang.String.CASE_INSENSITIVE_ORDER;

import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The days of work of all documents, so that a page of them costs the same in every archive. */
final class WorkDays {
  private static final Comparator<WorkDay> BY_PERSON =
      Comparator.comparing(WorkDay::person, CASE_INSENSITIVE_ORDER)
          .thenComparing(Comparator.naturalOrder());

  private final TreeSet<WorkDay> all = new TreeSet<>();
  private final TreeSet<WorkDay> byPerson = new TreeSet<>(BY_PERSON);

  void add(List<WorkDay> days) {
    all.addAll(days);
    byPerson.addAll(days);
  }

  void remove(List<WorkDay> days) {
    days.forEach(all::remove);
    days.forEach(byPerson::remove);
  }

  /**
   * Days after a moment on which any of these people worked, the latest first; so many of each
   * person, and in all.
   */
  List<WorkDay> after(long millis, Collection<String> people, int size) {
    return people.stream()
        .flatMap(
            person ->
                byPerson
                    .subSet(
                        new WorkDay(Long.MAX_VALUE, "", person), new WorkDay(millis, "", person))
                    .stream()
                    .limit(size))
        .sorted()
        .limit(size)
        .toList();
  }

  /** A page of all documents' days. */
  WorkPage page(WorkFilter filter, @Nullable WorkDay before, int size) {
    return page(filter.person().isEmpty() ? all : byPerson, filter, before, size);
  }

  /** A page of these days, which are one document's. */
  static WorkPage page(List<WorkDay> days, WorkFilter filter, @Nullable WorkDay before, int size) {
    TreeSet<WorkDay> sorted =
        filter.person().isEmpty() ? new TreeSet<>() : new TreeSet<>(BY_PERSON);
    sorted.addAll(days);
    return page(sorted, filter, before, size);
  }

  private static WorkPage page(
      NavigableSet<WorkDay> sorted, WorkFilter filter, @Nullable WorkDay before, int size) {
    var first = new WorkDay(filter.toMillis(), "", filter.person());
    var end = new WorkDay(filter.fromMillis() - 1, "", filter.person());
    WorkDay start = before == null || isBefore(sorted, before, first) ? first : before;
    if (!isBefore(sorted, start, end)) {
      return new WorkPage(List.of(), true, null, null);
    }
    List<WorkDay> found =
        sorted.subSet(start, false, end, false).stream().limit(size + 1L).toList();
    List<WorkDay> days = found.subList(0, Math.min(size, found.size()));
    NavigableSet<WorkDay> passed = sorted.subSet(first, true, start, true);
    return new WorkPage(
        days, passed.isEmpty(), lastBut(size, passed), found.size() > size ? days.getLast() : null);
  }

  private static boolean isBefore(NavigableSet<WorkDay> sorted, WorkDay one, WorkDay other) {
    Comparator<? super WorkDay> order = sorted.comparator();
    return (order == null ? one.compareTo(other) : order.compare(one, other)) < 0;
  }

  /** The last of these without so many at the end; null if there are no more. */
  private static @Nullable WorkDay lastBut(int size, NavigableSet<WorkDay> days) {
    Iterator<WorkDay> backwards = days.descendingIterator();
    for (int i = 0; i < size && backwards.hasNext(); i++) {
      backwards.next();
    }
    return backwards.hasNext() ? backwards.next() : null;
  }
}
