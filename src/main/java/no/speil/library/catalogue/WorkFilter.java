package no.speil.library.catalogue;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import no.speil.corpus.DocumentId;
import org.jspecify.annotations.Nullable;

/**
 * Which days of work are wanted.
 *
 * @param person the only one wanted, in any case; empty for all
 * @param document the only one wanted; null for all
 * @param from the first day wanted, in the server's time zone; null for no first
 * @param to the last day wanted; null for no last
 */
public record WorkFilter(
    String person,
    @Nullable DocumentId document,
    @Nullable LocalDate from,
    @Nullable LocalDate to) {
  /** Days from 1970 that a {@code long} can count in milliseconds. */
  private static final long FURTHEST = 100_000_000;

  /** The days that are wanted, whatever their document, in the order given. */
  List<WorkDay> of(Collection<WorkDay> days) {
    long first = from == null ? Long.MIN_VALUE : beginning(from.toEpochDay());
    long end = to == null ? Long.MAX_VALUE : beginning(to.toEpochDay() + 1);
    return days.stream()
        .filter(day -> first <= day.lastMillis() && day.lastMillis() < end)
        .filter(day -> person.isEmpty() || day.person().equalsIgnoreCase(person))
        .toList();
  }

  private static long beginning(long epochDay) {
    LocalDate day = LocalDate.ofEpochDay(Math.clamp(epochDay, -FURTHEST, FURTHEST));
    return day.atStartOfDay(ZoneId.systemDefault()).toInstant().toEpochMilli();
  }
}
