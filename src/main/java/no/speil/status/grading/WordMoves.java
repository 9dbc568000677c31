package no.speil.status.grading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.speil.status.grading.MyersDiff.Difference;

/**
 * Finds words that have moved past a fact, so that they now belong to another ("5 menn og 6
 * kvinner").
 */
final class WordMoves {
  private WordMoves() {}

  /** Whether a word has moved past a fact that both texts have. */
  static boolean crossFacts(
      List<WordToken> older, List<WordToken> newer, List<Difference> differences) {
    var gone = new HashMap<String, List<Integer>>();
    var come = new HashMap<String, List<Integer>>();
    int[] olderFacts = factsBefore(older);
    int[] newerFacts = factsBefore(newer);
    for (Difference difference : differences) {
      note(gone, older, olderFacts, difference.olderFrom(), difference.olderTo());
      note(come, newer, newerFacts, difference.newerFrom(), difference.newerTo());
    }
    return gone.entrySet().stream()
        .anyMatch(at -> !at.getValue().equals(come.getOrDefault(at.getKey(), at.getValue())));
  }

  private static void note(
      Map<String, List<Integer>> places, List<WordToken> tokens, int[] facts, int from, int to) {
    for (int i = from; i < to; i++) {
      String key = tokens.get(i).key();
      if (!GradingVocabulary.NORWEGIAN.is("light", key)) {
        places.computeIfAbsent(key, unknown -> new ArrayList<>()).add(facts[i]);
      }
    }
  }

  private static int[] factsBefore(List<WordToken> tokens) {
    int[] facts = new int[tokens.size()];
    int seen = 0;
    for (int i = 0; i < facts.length; i++) {
      facts[i] = seen;
      seen += tokens.get(i).isFact() ? 1 : 0;
    }
    return facts;
  }
}
