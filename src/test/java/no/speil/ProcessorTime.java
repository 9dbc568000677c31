package no.speil;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.function.IntConsumer;
import java.util.function.IntToLongFunction;

/**
 * Compares the processor time of work with that of other work on the same machine, so that no
 * verdict depends on how fast or how busy the machine is. Only a hang ends it, after minutes.
 */
public final class ProcessorTime {
  private static final Duration HANG = Duration.ofMinutes(10);
  private static final int ATTEMPTS = 5;
  private static final int GROWTH = 8;
  private static final long TOO_LITTLE_TO_COMPARE = 20_000_000;

  private ProcessorTime() {}

  /** Fails if work of this size takes more than half of what quadratic growth would make of it. */
  public static void assertLinear(String name, int size, IntConsumer work) {
    assertLinearCost(name, size, n -> of(() -> work.accept(n)));
  }

  /** The same for work that measures its time itself, in nanoseconds. */
  public static void assertLinearCost(String name, int size, IntToLongFunction nanos) {
    assertAtMost(
        GROWTH * GROWTH / 2,
        name,
        () -> nanos.applyAsLong(size),
        () -> nanos.applyAsLong(size / GROWTH));
  }

  /** Fails if the work takes more than so many times the processor time of the other work. */
  public static void assertAtMost(int times, String name, Runnable work, Runnable other) {
    assertAtMost(times, name, () -> of(work), () -> of(other));
  }

  private static void assertAtMost(int times, String name, Cost work, Cost other) {
    assertTimeoutPreemptively(
        HANG,
        () -> {
          long most = work.nanos();
          long least = Long.MAX_VALUE;
          for (int i = 0; i < ATTEMPTS && most > TOO_LITTLE_TO_COMPARE; i++) {
            least = Math.min(least, other.nanos());
            if (most <= times * least) {
              return;
            }
            most = Math.min(most, work.nanos()); // compiled and warm by now
          }
          assertThat(most > TOO_LITTLE_TO_COMPARE && most > times * least)
              .as("%s: %,d ns are more than %d times %,d ns", name, most, times, least)
              .isFalse();
        },
        name);
  }

  /** Nanoseconds of processor time that the work takes of this thread. */
  public static long of(Runnable work) {
    var threads = ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadCpuTime();
    work.run();
    return threads.getCurrentThreadCpuTime() - before;
  }

  private interface Cost {
    long nanos();
  }
}
