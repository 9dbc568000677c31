package no.speil.library.catalogue;

import java.time.LocalDate;
import java.time.ZoneId;
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

  /** Not earlier than this, milliseconds since 1970. */
  long fromMillis() {
    return from == null ? Long.MIN_VALUE + 1 : beginning(from.toEpochDay());
  }

  /** Not later than this. */
  long toMillis() {
    return to == null ? Long.MAX_VALUE : beginning(to.toEpochDay() + 1) - 1;
  }

  private static long beginning(long epochDay) {
    LocalDate day = LocalDate.ofEpochDay(Math.clamp(epochDay, -FURTHEST, FURTHEST));
    return day.atStartOfDay(ZoneId.systemDefault()).toInstant().toEpochMilli();
  }
}
