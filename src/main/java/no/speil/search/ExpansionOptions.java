package no.speil.search;

import java.util.Locale;
import java.util.Set;

/**
 * Whether words are searched by their translations too.
 *
 * @param off single translations that the reader has switched off
 */
public record ExpansionOptions(boolean on, Set<Off> off) {
  /** By all translations that are known. */
  public static final ExpansionOptions ALL = new ExpansionOptions(true, Set.of());

  /** By none: every word for itself. */
  public static final ExpansionOptions NONE = new ExpansionOptions(false, Set.of());

  public ExpansionOptions {
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
