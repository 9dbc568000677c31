package no.speil.align.dp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What alignment reads of a word as it stands between two spaces, with all punctuation: what
 * depends on it alone, and is the same in every text.
 *
 * @param terms in their order, as often as they are there
 * @param marks of its parts with a capital, in their order
 * @param grams the 4-grams of its parts, in their order, as often as they are there
 */
record KnownWord(List<Term> terms, List<String> marks, List<String> grams) {
  private static final int GRAM = 4;

  /** Letters, of which so many have marks and grams. */
  private static final Pattern PART = Pattern.compile("\\p{L}{3,}+");

  static KnownWord of(String written, List<Term> terms) {
    var marks = new ArrayList<String>();
    var grams = new ArrayList<String>();
    Matcher parts = PART.matcher(written);
    while (parts.find()) {
      String folded = CognateSpelling.fold(parts.group().toLowerCase(Locale.ROOT));
      if (Character.isUpperCase(parts.group().charAt(0))) {
        marks.add("w" + folded);
      }
      String bounded = "_" + folded + "_";
      for (int from = 0; from + GRAM <= bounded.length(); from++) {
        grams.add(bounded.substring(from, from + GRAM));
      }
    }
    return new KnownWord(terms, marks, grams);
  }
}
