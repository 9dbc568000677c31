package no.speil.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.LongStream;

/** How long something took, many times over; in nanoseconds, sorted. */
final class Timings {
  private final long[] nanos;

  Timings(long[] nanos) {
    this.nanos = nanos.clone();
    Arrays.sort(this.nanos);
  }

  interface Work {
    void run(int number);
  }

  static Timings of(int times, Work work) {
    long[] nanos = new long[times];
    for (int i = 0; i < times; i++) {
      long start = System.nanoTime();
      work.run(i);
      nanos[i] = System.nanoTime() - start;
    }
    return new Timings(nanos);
  }

  double medianMillis() {
    return at(.5);
  }

  double meanMillis() {
    return LongStream.of(nanos).average().orElse(0) / 1e6;
  }

  /** In milliseconds, by nearest rank. */
  double at(double part) {
    return nanos.length == 0
        ? 0
        : nanos[(int) Math.min(nanos.length - 1L, (long) (part * nanos.length))] / 1e6;
  }

  String summary() {
    return String.format(
        Locale.ROOT,
        "median %.1f, mean %.1f, 99th percentile %.1f, longest %.1f ms (%d)",
        medianMillis(),
        meanMillis(),
        at(.99),
        at(1),
        nanos.length);
  }
}
