package no.speil.library.actions;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * The actions that have begun and are not in the catalogue yet, so that nobody who follows the
 * archive is told of a later one first and misses them. Thread-safe.
 */
public final class InFlightActions {
  private final ConcurrentSkipListSet<Begun> begun = new ConcurrentSkipListSet<>();
  private final AtomicLong numbers = new AtomicLong();
  private final Clock clock;

  public InFlightActions(Clock clock) {
    this.clock = clock;
  }

  public <T> T during(Supplier<T> action) {
    var mine = new Begun(clock.instant(), numbers.getAndIncrement());
    begun.add(mine);
    try {
      return action.get();
    } finally {
      begun.remove(mine);
    }
  }

  /** The moment given, or one just before the first of the actions that are underway. */
  public Instant before(Instant now) {
    return begun.stream()
        .findFirst()
        .map(first -> first.at().minusMillis(1))
        .filter(earlier -> earlier.isBefore(now))
        .orElse(now);
  }

  private record Begun(Instant at, long number) implements Comparable<Begun> {
    @Override
    public int compareTo(Begun other) {
      int byTime = at.compareTo(other.at);
      return byTime != 0 ? byTime : Long.compare(number, other.number);
    }
  }
}
