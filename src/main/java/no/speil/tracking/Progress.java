package no.speil.tracking;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.speil.corpus.Freshness;
import no.speil.corpus.State;

/**
 * How far a document, a folder or the archive has come; only what there is of each is held.
 *
 * @param states all the text, by state
 * @param freshness the text that has a translation, by freshness
 */
public record Progress(Map<State, Amount> states, Map<Freshness, Amount> freshness) {
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
    var states = new HashMap<State, Amount>();
    var freshness = new HashMap<Freshness, Amount>();
    for (TrackedSection tracked : sections) {
      long words = Words.of(tracked.section(), originalElsewhere);
      if (words > 0) {
        var amount = new Amount(1, words);
        states.merge(counted(tracked.standing()), amount, Amount::plus);
        if (!tracked.section().translation().isEmpty()) {
          freshness.merge(tracked.standing().freshness(), amount, Amount::plus);
        }
      }
    }
    return new Progress(states, freshness);
  }

  private static State counted(Standing standing) {
    return standing.isLeftOut() ? State.TRANSLATED : standing.state();
  }

  public Progress plus(Progress other) {
    return new Progress(sum(states, other.states), sum(freshness, other.freshness));
  }

  /** What is left when the other is taken away, which must be a part of this. */
  public Progress minus(Progress other) {
    return new Progress(difference(states, other.states), difference(freshness, other.freshness));
  }

  public Amount of(State state) {
    return states.getOrDefault(state, Amount.NONE);
  }

  public Amount of(Freshness kind) {
    return freshness.getOrDefault(kind, Amount.NONE);
  }

  public Amount untranslated() {
    return of(State.UNTRANSLATED);
  }

  public Amount draft() {
    return of(State.DRAFT);
  }

  public Amount translated() {
    return of(State.TRANSLATED);
  }

  public Amount reviewed() {
    return of(State.REVIEWED);
  }

  public Amount stale() {
    return of(Freshness.STALE);
  }

  /** All the text there is. */
  public Amount total() {
    return states.values().stream().reduce(Amount.NONE, Amount::plus);
  }

  private static <K> Map<K, Amount> sum(Map<K, Amount> one, Map<K, Amount> other) {
    var sum = new HashMap<>(one);
    other.forEach((key, amount) -> sum.merge(key, amount, Amount::plus));
    return sum;
  }

  private static <K> Map<K, Amount> difference(Map<K, Amount> one, Map<K, Amount> other) {
    var difference = new HashMap<>(one);
    other.forEach(
        (key, amount) -> {
          Amount left = difference.getOrDefault(key, Amount.NONE).minus(amount);
          if (left.equals(Amount.NONE)) {
            difference.remove(key);
          } else {
            difference.put(key, left);
          }
        });
    return difference;
  }
}
