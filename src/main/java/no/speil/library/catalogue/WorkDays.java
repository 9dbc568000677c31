package no.speil.library.catalogue;

import static java.lang.String.CASE_INSENSITIVE_ORDER;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The days of work of all documents, so that a page of them costs the same in every archive. */
final class WorkDays {
  private static final Comparator<WorkDay> BY_PERSON =
      Comparator.comparing(WorkDay::person, CASE_INSENSITIVE_ORDER)
          .thenComparing(Comparator.naturalOrder());

  private final SortedList<WorkDay> all = new SortedList<>(Comparator.<WorkDay>naturalOrder());
  private final SortedList<WorkDay> byPerson = new SortedList<>(BY_PERSON);

  /** Puts days in the place of others, most of which are the same. */
  void replace(List<WorkDay> before, List<WorkDay> after) {
    var removed = new HashSet<>(before);
    after.forEach(removed::remove);
    var added = new HashSet<>(after);
    before.forEach(added::remove);
    for (SortedList<WorkDay> days : List.of(all, byPerson)) {
      removed.forEach(days::remove);
      added.forEach(days::add);
    }
  }

  /**
   * Days after a moment on which any of these people worked, the latest first; so many of each
   * person, and in all.
   */
  List<WorkDay> after(long millis, Collection<String> people, int size) {
    return people.stream()
        .flatMap(
            person -> {
              int from = byPerson.before(new WorkDay(Long.MAX_VALUE, "", person));
              int end = byPerson.before(new WorkDay(millis, "", person));
              return byPerson.page(from, Math.min(size, end - from)).stream();
            })
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
    var sorted = new WorkDays();
    sorted.replace(List.of(), days);
    return sorted.page(filter, before, size);
  }

  private static WorkPage page(
      SortedList<WorkDay> sorted, WorkFilter filter, @Nullable WorkDay before, int size) {
    int first = sorted.before(new WorkDay(filter.toMillis(), "", filter.person()));
    int end =
        Math.max(first, sorted.before(new WorkDay(filter.fromMillis() - 1, "", filter.person())));
    int from = before == null ? first : Math.clamp(sorted.upTo(before), first, end);
    List<WorkDay> days = sorted.page(from, Math.min(size, end - from));
    return new WorkPage(
        days,
        from == first,
        from - first > size ? sorted.page(from - size - 1L, 1).getFirst() : null,
        end - from > size ? days.getLast() : null);
  }
}
