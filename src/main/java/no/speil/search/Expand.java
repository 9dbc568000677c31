package no.speil.search;

import java.util.Locale;
import java.util.Set;

/**
 * Whether words are searched by their translations too.
 *
 * @param off single translations that the reader has switched off
 */
public record Expand(boolean on, Set<Off> off) {
  /** By all translations that are known. */
  public static final Expand ALL = new Expand(true, Set.of());

  /** By none: every word for itself. */
  public static final Expand NONE = new Expand(false, Set.of());

  public Expand {
    off = Set.copyOf(off);
  }

  public boolean allows(String word, String translation) {
    return !off.contains(new Off(word, translation));
  }

  /** A word of the query and the translation that it is not to be searched by. */
  public record Off(String word, String translation) {
    public Off {
      word = word.toLowerCase(Locale.ROOT);
      translation = translation.toLowerCase(Locale.ROOT);
    }
  }
}
