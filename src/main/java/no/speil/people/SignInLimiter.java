package no.speil.people;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Ten failed attempts a name and quarter of an hour, whether the name exists or not. Measured by a
 * clock that nobody sets. Memory is bounded: names that were tried longest ago are forgotten.
 * Thread-safe.
 */
final class SignInLimiter {
  private static final int MOST_ATTEMPTS = 10;
  private static final Duration WINDOW = Duration.ofMinutes(15);
  private static final int MOST_NAMES = 10_000;

  private final LongSupplier nanoTime;
  private final Map<String, Deque<Long>> failures =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Long>> eldest) {
          return size() > MOST_NAMES;
        }
      };

  SignInLimiter(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /**
   * Counts an attempt, which {@link #succeeded} takes back.
   *
   * @throws TooManyAttemptsException if there were too many
   */
  synchronized void attempt(String name) {
    long now = nanoTime.getAsLong();
    Deque<Long> times = failures.computeIfAbsent(key(name), key -> new ArrayDeque<>());
    while (!times.isEmpty() && now - times.getFirst() > WINDOW.toNanos()) {
      times.removeFirst();
    }
    if (times.size() >= MOST_ATTEMPTS) {
      long wait = WINDOW.toNanos() - (now - times.getFirst());
      throw new TooManyAttemptsException(Duration.ofNanos(wait).toSeconds() + 1);
    }
    times.addLast(now);
  }

  synchronized void succeeded(String name) {
    failures.remove(key(name));
  }

  private static String key(String name) {
    String bounded = name.substring(0, Math.min(name.length(), 2 * AccountName.LONGEST));
    return AccountName.looks(bounded).iterator().next();
  }
}
