package no.speil.qa;

import java.util.Set;
import no.speil.status.grading.GradingVocabulary;

/**
 * A word of a text.
 *
 * @param word in lower case
 * @param kinds as in {@link GradingVocabulary#kinds}
 */
record CheckedWord(String word, Set<String> kinds) {
  CheckedWord(String word, GradingVocabulary vocabulary) {
    this(word, vocabulary.kinds(word));
  }

  boolean is(String kind) {
    return kinds.contains(kind);
  }
}
