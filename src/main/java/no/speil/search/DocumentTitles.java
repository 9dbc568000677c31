package no.speil.search;

import java.util.Locale;
import java.util.regex.Pattern;
import no.speil.corpus.text.Normalization;

/** A document's title in both languages; empty where it is missing. */
public record DocumentTitles(String original, String translation) {
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

  /** Whether one of them is the query, whatever its case and punctuation. */
  public boolean have(String query) {
    String asked = words(query);
    return !asked.isEmpty() && (words(original).equals(asked) || words(translation).equals(asked));
  }

  /** A title's words in lower case, without punctuation. */
  public static String words(String title) {
    String words = NO_WORD.matcher(title.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    return Normalization.compose(words);
  }
}
