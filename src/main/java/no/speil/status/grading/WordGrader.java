package no.speil.status.grading;

import static java.util.stream.Collectors.toSet;
import static no.speil.status.grading.ChangeClass.FACTS;
import static no.speil.status.grading.ChangeClass.TYPOGRAPHY;
import static no.speil.status.grading.ChangeClass.WORDING;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.speil.corpus.text.LetterFolding;
import no.speil.status.grading.MyersDiff.Difference;
import no.speil.status.grading.WordToken.Weight;

/** Grades a change between two texts without markup. */
record WordGrader(List<WordToken> older, List<WordToken> newer) {
  private static final int MOST_PAIRS = 2_500;

  /** At least typography, also for equal tokens: the caller knows that the texts differ. */
  static ChangeClass grade(TokenizedText older, TokenizedText newer) {
    var grading = new WordGrader(older.list(), newer.list());
    List<Difference> differences = MyersDiff.between(older.keys(), newer.keys());
    if (grading.wordsCrossFacts(differences)) {
      return FACTS;
    }
    return differences.stream()
        .map(grading::grade)
        .reduce(KeptWordGrader.grade(older, newer, differences), ChangeClass::or);
  }

  /**
   * Whether a word has moved past a fact that both texts have, so that it now belongs to another
   * ("5 menn og 6 kvinner").
   */
  private boolean wordsCrossFacts(List<Difference> differences) {
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

  private ChangeClass grade(Difference difference) {
    List<WordToken> gone = older.subList(difference.olderFrom(), difference.olderTo());
    List<WordToken> come = newer.subList(difference.newerFrom(), difference.newerTo());
    if (hasFact(older, difference.olderFrom(), difference.olderTo())
        || hasFact(newer, difference.newerFrom(), difference.newerTo())
        || opposed(gone, come)) {
      return FACTS;
    }
    if (letters(gone).equals(letters(come))) {
      return TYPOGRAPHY;
    }
    boolean spelled =
        gone.size() == come.size()
            && IntStream.range(0, gone.size())
                .allMatch(i -> SpellingVariants.isClose(gone.get(i).key(), come.get(i).key()));
    Set<Weight> weights =
        Stream.of(gone, come).flatMap(List::stream).map(WordToken::weight).collect(toSet());
    if (spelled && !weights.equals(Set.of(Weight.PERHAPS_NAME))) {
      return TYPOGRAPHY;
    }
    return weights.contains(Weight.PERHAPS_NAME) ? FACTS : WORDING;
  }

  private static boolean hasFact(List<WordToken> tokens, int from, int to) {
    for (int i = from; i < to; i++) {
      WordToken token = tokens.get(i);
      boolean besideNumber =
          (i > 0 && tokens.get(i - 1).isNumber())
              || (i + 1 < tokens.size() && tokens.get(i + 1).isNumber());
      if (token.isFact() || (token.weight() == Weight.BESIDE_NUMBER && besideNumber)) {
        return true;
      }
    }
    return false;
  }

  private static boolean opposed(List<WordToken> gone, List<WordToken> come) {
    if ((long) gone.size() * come.size() > MOST_PAIRS) {
      return true; // too much has changed to look at every pair
    }
    return gone.stream()
        .anyMatch(
            one -> come.stream().anyMatch(two -> NegatedWords.areOpposites(one.key(), two.key())));
  }

  private static String letters(List<WordToken> tokens) {
    var letters = new StringBuilder();
    tokens.forEach(token -> letters.append(LetterFolding.toNorwegianLetters(token.key())));
    return letters.toString();
  }
}
