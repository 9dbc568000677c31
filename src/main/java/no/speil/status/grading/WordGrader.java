package no.speil.status.grading;

import static java.util.stream.Collectors.toSet;
import static no.speil.status.grading.ChangeClass.FACTS;
import static no.speil.status.grading.ChangeClass.TYPOGRAPHY;
import static no.speil.status.grading.ChangeClass.WORDING;

import java.util.List;
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
    if (WordMoves.crossFacts(older.list(), newer.list(), differences)) {
      return FACTS;
    }
    return differences.stream()
        .map(grading::grade)
        .reduce(KeptWordGrader.grade(older, newer, differences), ChangeClass::or);
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
