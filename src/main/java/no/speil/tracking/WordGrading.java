package no.speil.tracking;

import static no.speil.tracking.ChangeClass.FACTS;
import static no.speil.tracking.ChangeClass.TYPOGRAPHY;
import static no.speil.tracking.ChangeClass.WORDING;

import java.util.List;
import no.speil.tracking.Differences.Difference;
import no.speil.tracking.Token.Weight;

/** The class of a change between two texts without markup. */
final class WordGrading {
  private static final int MOST_PAIRS = 2_500;

  private final List<Token> older;
  private final List<Token> newer;

  private WordGrading(Tokens older, Tokens newer) {
    this.older = older.list();
    this.newer = newer.list();
  }

  /** At least typography, also for equal texts: who asks has seen that they differ. */
  static ChangeClass grade(Tokens older, Tokens newer) {
    var grading = new WordGrading(older, newer);
    List<Difference> differences = Differences.between(older.keys(), newer.keys());
    ChangeClass grade = TYPOGRAPHY;
    for (Difference difference : differences) {
      grade = grade.or(grading.grade(difference));
      if (grade == FACTS) {
        return FACTS;
      }
    }
    if (Moves.crossFacts(older.list(), newer.list(), differences)) {
      return FACTS;
    }
    return grade.or(Kept.grade(older, newer, differences));
  }

  private ChangeClass grade(Difference difference) {
    List<Token> gone = older.subList(difference.olderFrom(), difference.olderTo());
    List<Token> come = newer.subList(difference.newerFrom(), difference.newerTo());
    if (hasFact(older, difference.olderFrom(), difference.olderTo())
        || hasFact(newer, difference.newerFrom(), difference.newerTo())
        || opposed(gone, come)) {
      return FACTS;
    }
    if (letters(gone).equals(letters(come))) {
      return TYPOGRAPHY;
    }
    boolean spelled = gone.size() == come.size() && spelled(gone, come);
    if (spelled && !(allPerhapsNames(gone) && allPerhapsNames(come))) {
      return TYPOGRAPHY;
    }
    return perhapsName(gone) || perhapsName(come) ? FACTS : WORDING;
  }

  private static boolean hasFact(List<Token> tokens, int from, int to) {
    for (int i = from; i < to; i++) {
      Token token = tokens.get(i);
      boolean besideNumber =
          (i > 0 && tokens.get(i - 1).isNumber())
              || (i + 1 < tokens.size() && tokens.get(i + 1).isNumber());
      if (token.isFact() || (token.weight() == Weight.BESIDE_NUMBER && besideNumber)) {
        return true;
      }
    }
    return false;
  }

  private static boolean opposed(List<Token> gone, List<Token> come) {
    if ((long) gone.size() * come.size() > MOST_PAIRS) {
      return true; // too much has changed to look at every pair
    }
    return gone.stream()
        .anyMatch(one -> come.stream().anyMatch(two -> Opposites.between(one.key(), two.key())));
  }

  private static boolean spelled(List<Token> gone, List<Token> come) {
    for (int i = 0; i < gone.size(); i++) {
      if (!Spelling.isClose(gone.get(i).key(), come.get(i).key())) {
        return false;
      }
    }
    return true;
  }

  private static String letters(List<Token> tokens) {
    var letters = new StringBuilder();
    tokens.forEach(token -> letters.append(Spelling.folded(token.key())));
    return letters.toString();
  }

  private static boolean perhapsName(List<Token> tokens) {
    return tokens.stream().anyMatch(token -> token.weight() == Weight.PERHAPS_NAME);
  }

  private static boolean allPerhapsNames(List<Token> tokens) {
    return tokens.stream().allMatch(token -> token.weight() == Weight.PERHAPS_NAME);
  }
}
