package no.speil.corpus.text;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * A cache of values that are computed from words, since texts repeat them. Emptied when it is full.
 * Thread-safe.
 */
public final class BoundedCache<T> {
  /** In characters (UTF-16), of a word that is kept. */
  private static final int LONGEST = 40;

  private final Map<String, T> known = new ConcurrentHashMap<>();
  private final int most;
  private final Function<String, T> computing;

  /**
   * @param most words that are kept
   */
  public BoundedCache(int most, Function<String, T> computing) {
    this.most = most;
    this.computing = computing;
  }

  /** The value of a word; that of a word of more than 40 characters is computed each time. */
  public T of(String word) {
    T found = known.get(word);
    if (found == null) {
      found = computing.apply(word);
      if (known.size() >= most) {
        known.clear();
      }
      if (word.length() <= LONGEST) {
        known.put(word, found);
      }
    }
    return found;
  }
}
