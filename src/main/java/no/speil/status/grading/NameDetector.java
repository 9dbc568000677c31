package no.speil.status.grading;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
    return IntStream.range(0, tokens.size()).mapToObj(i -> settled(tokens, i, lower)).toList();
  }

  private static WordToken settled(List<WordToken> tokens, int i, Set<String> lower) {
    WordToken token = tokens.get(i);
    if (token.weight() != Weight.PERHAPS_NAME) {
      return token;
    }
    boolean followed =
        i + 1 < tokens.size()
            && tokens.get(i + 1).weight() == Weight.NAME
            && tokens.get(i + 1).before().isBlank();
    Weight weight =
        lower.contains(token.key()) ? Weight.PLAIN : followed ? Weight.NAME : token.weight();
    return new WordToken(token.surface(), token.key(), weight, token.before());
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
