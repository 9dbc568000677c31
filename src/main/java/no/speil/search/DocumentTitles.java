package no.speil.search;

import java.util.Locale;
import no.speil.corpus.text.Normalization;
import no.speil.corpus.text.WordCharacters;

/** A document's title in both languages; empty where it is missing. */
public record DocumentTitles(String original, String translation) {
  /** Whether one of them is the query, whatever its case and punctuation. */
  public boolean have(String query) {
    String asked = words(query);
    return !asked.isEmpty() && (words(original).equals(asked) || words(translation).equals(asked));
  }

  /** A title's words in lower case, without punctuation. */
  public static String words(String title) {
    String lower = title.toLowerCase(Locale.ROOT);
    return Normalization.compose(String.join(" ", WordCharacters.LETTERS_AND_NUMBERS.words(lower)));
  }
}
