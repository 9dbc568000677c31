package no.speil.library.actions;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The actions that have begun and are not in the catalogue yet, so that nobody who follows the
 * archive is told of a later one first and misses them. Thread-safe.
 */
public final class InFlightActions {
  /** When each began. */
  private final Map<Object, Instant> begun = new ConcurrentHashMap<>();

  private final Clock clock;

  public InFlightActions(Clock clock) {
    this.clock = clock;
  }

  public <T> T during(Supplier<T> action) {
    var mine = new Object();
    begun.put(mine, clock.instant());
    try {
      return action.get();
    } finally {
      begun.remove(mine);
    }
  }

  /** The moment given, or one just before the first of the actions that are underway. */
  public Instant before(Instant now) {
    return begun.values().stream()
        .min(Comparator.naturalOrder())
        .map(first -> first.minusMillis(1))
        .filter(earlier -> earlier.isBefore(now))
        .orElse(now);
  }
}
