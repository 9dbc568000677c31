package no.speil.search;

import java.util.Locale;
import java.util.Set;

/**
 * Whether a query is expanded by translations of its words.
 *
 * @param off single translations that the user has switched off
 */
public record ExpansionOptions(boolean on, Set<Off> off) {
  /** Expands by all known translations. */
  public static final ExpansionOptions ALL = new ExpansionOptions(true, Set.of());

  /** Expands nothing. */
  public static final ExpansionOptions NONE = new ExpansionOptions(false, Set.of());

  public boolean allows(String word, String translation) {
    return !off.contains(new Off(word, translation));
  }

  /** A word of the query and a translation that it is not expanded by. */
  public record Off(String word, String translation) {
    public Off {
      word = word.toLowerCase(Locale.ROOT);
      translation = translation.toLowerCase(Locale.ROOT);
    }
  }
}
