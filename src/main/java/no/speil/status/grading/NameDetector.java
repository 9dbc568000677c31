package no.speil.status.grading;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import no.speil.status.grading.WordToken.Weight;

/** Finds out from the rest of the text which words at the beginning of sentences are names. */
final class NameDetector {
  private static final int LONG = 7;

  private NameDetector() {}

  static List<WordToken> settle(List<WordToken> tokens) {
    Set<String> lower =
        tokens.stream()
            .filter(token -> !token.isCapitalised())
            .map(WordToken::key)
            .collect(Collectors.toSet());
    var settled = new ArrayList<WordToken>(tokens.size());
    for (int i = 0; i < tokens.size(); i++) {
      WordToken token = tokens.get(i);
      boolean open = token.weight() == Weight.PERHAPS_NAME;
      Weight weight = open ? settle(tokens, i, lower) : token.weight();
      settled.add(new WordToken(token.surface(), token.key(), weight, token.before()));
    }
    return List.copyOf(settled);
  }

  private static Weight settle(List<WordToken> tokens, int i, Set<String> lower) {
    if (lower.contains(tokens.get(i).key())) {
      return Weight.PLAIN;
    }
    boolean followed =
        i + 1 < tokens.size()
            && tokens.get(i + 1).weight() == Weight.NAME
            && tokens.get(i + 1).before().isBlank();
    return followed ? Weight.NAME : Weight.PERHAPS_NAME;
  }

  /** Whether a word has an ending of common nouns, adjectives or verbs; in doubt it has not. */
  static boolean hasCommonEnd(String word) {
    if (word.endsWith("en")) {
      return word.length() >= LONG && (!word.endsWith("sen") || word.endsWith("elsen"));
    }
    return GradingVocabulary.NORWEGIAN.all("common-end").stream()
        .anyMatch(end -> word.endsWith(end) && word.length() >= end.length() + 2);
  }
}
