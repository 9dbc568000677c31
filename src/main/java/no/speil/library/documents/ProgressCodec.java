package no.speil.library.documents;

import java.util.EnumMap;
import java.util.Map;
import no.speil.corpus.Freshness;
import no.speil.corpus.State;
import no.speil.status.Progress;
import no.speil.status.ProgressCount;

/**
 * Progress as a row of numbers, for summaries: sections and words of each state, then of each
 * freshness.
 */
final class ProgressCodec {
  static final int COUNT = 2 * (State.values().length + Freshness.values().length);

  private ProgressCodec() {}

  static long[] of(Progress progress) {
    long[] numbers = new long[COUNT];
    int at = 0;
    for (State state : State.values()) {
      at = put(numbers, at, progress.of(state));
    }
    for (Freshness freshness : Freshness.values()) {
      at = put(numbers, at, progress.of(freshness));
    }
    return numbers;
  }

  static Progress progress(long[] numbers) {
    Map<State, ProgressCount> states = new EnumMap<>(State.class);
    Map<Freshness, ProgressCount> freshnesses = new EnumMap<>(Freshness.class);
    int at = 0;
    for (State state : State.values()) {
      put(states, state, numbers, at);
      at += 2;
    }
    for (Freshness freshness : Freshness.values()) {
      put(freshnesses, freshness, numbers, at);
      at += 2;
    }
    return new Progress(states, freshnesses);
  }

  private static int put(long[] numbers, int at, ProgressCount progressCount) {
    numbers[at] = progressCount.sections();
    numbers[at + 1] = progressCount.words();
    return at + 2;
  }

  private static <K> void put(Map<K, ProgressCount> progressCounts, K key, long[] numbers, int at) {
    var progressCount = new ProgressCount(numbers[at], numbers[at + 1]);
    if (!progressCount.equals(ProgressCount.NONE)) {
      progressCounts.put(key, progressCount);
    }
  }
}
