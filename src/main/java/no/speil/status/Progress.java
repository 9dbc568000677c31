package no.speil.status;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.speil.corpus.Freshness;
import no.speil.corpus.State;

/**
 * The progress of a document, a folder or the archive. The maps have no entries for zero.
 *
 * @param states all text, by state
 * @param freshness the text that has a translation, by freshness
 */
public record Progress(Map<State, ProgressCount> states, Map<Freshness, ProgressCount> freshness) {
  public static final Progress NONE = new Progress(Map.of(), Map.of());

  public Progress {
    states = Map.copyOf(states);
    freshness = Map.copyOf(freshness);
  }

  /**
   * The progress of one document. What is left out on purpose counts as translated: it is done.
   *
   * @param originalElsewhere whether the document's original is held elsewhere
   */
  public static Progress of(List<TrackedSection> sections, boolean originalElsewhere) {
    var states = new HashMap<State, ProgressCount>();
    var freshness = new HashMap<Freshness, ProgressCount>();
    for (TrackedSection tracked : sections) {
      long words = WordCounter.of(tracked.section(), originalElsewhere);
      if (words > 0) {
        var progressCount = new ProgressCount(1, words);
        states.merge(counted(tracked.sectionStatus()), progressCount, ProgressCount::plus);
        if (!tracked.section().translation().isEmpty()) {
          freshness.merge(tracked.sectionStatus().freshness(), progressCount, ProgressCount::plus);
        }
      }
    }
    return new Progress(states, freshness);
  }

  private static State counted(SectionStatus sectionStatus) {
    return sectionStatus.isLeftOut() ? State.TRANSLATED : sectionStatus.state();
  }

  public Progress plus(Progress other) {
    return sum(other, 1);
  }

  /** This progress without another, which must be a part of it. */
  public Progress minus(Progress other) {
    return sum(other, -1);
  }

  private Progress sum(Progress other, int sign) {
    return new Progress(sum(states, other.states, sign), sum(freshness, other.freshness, sign));
  }

  public ProgressCount of(State state) {
    return states.getOrDefault(state, ProgressCount.NONE);
  }

  public ProgressCount untranslated() {
    return of(State.UNTRANSLATED);
  }

  /** What is translated, reviewed or not. */
  public ProgressCount done() {
    return of(State.TRANSLATED).plus(reviewed());
  }

  public ProgressCount reviewed() {
    return of(State.REVIEWED);
  }

  public ProgressCount stale() {
    return freshness.getOrDefault(Freshness.STALE, ProgressCount.NONE);
  }

  /** The sum over all states. */
  public ProgressCount total() {
    return states.values().stream().reduce(ProgressCount.NONE, ProgressCount::plus);
  }

  private static <K> Map<K, ProgressCount> sum(
      Map<K, ProgressCount> one, Map<K, ProgressCount> other, int sign) {
    var sum = new HashMap<>(one);
    other.forEach((key, count) -> sum.merge(key, count.times(sign), ProgressCount::plus));
    sum.values().removeIf(ProgressCount.NONE::equals);
    return sum;
  }
}
