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
  /** The words of these days. */
  public WorkWords words() {
    return days.stream().map(WorkDay::words).reduce(WorkWords.NONE, WorkWords::plus);
  }
}
