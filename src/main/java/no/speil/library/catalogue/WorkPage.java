package no.speil.library.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of days of work, the latest first.
 *
 * @param isFirst whether there is none later
 * @param later the day that the page before begins after; null if it begins with the latest
 * @param earlier the day that the next page begins after; null if there is none
 */
public record WorkPage(
    List<WorkDay> days, boolean isFirst, @Nullable WorkDay later, @Nullable WorkDay earlier) {
  /**
   * @param all days, the latest first
   * @param before the day that the page begins after, which need not be among them; null for the
   *     latest
   */
  static WorkPage of(List<WorkDay> all, @Nullable WorkDay before, int size) {
    int from =
        before == null
            ? 0
            : (int) all.stream().takeWhile(day -> day.compareTo(before) <= 0).count();
    List<WorkDay> days = all.stream().skip(from).limit(size).toList();
    return new WorkPage(
        days,
        from == 0,
        from > size ? all.get(from - size - 1) : null,
        from + days.size() < all.size() ? days.getLast() : null);
  }

  /** The words of these days. */
  public WorkWords words() {
    return days.stream().map(WorkDay::words).reduce(WorkWords.NONE, WorkWords::plus);
  }
}
