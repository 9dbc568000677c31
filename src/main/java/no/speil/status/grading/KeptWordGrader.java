package no.speil.status.grading;

import static no.speil.status.grading.ChangeClass.FACTS;
import static no.speil.status.grading.ChangeClass.TYPOGRAPHY;
import static no.speil.status.grading.ChangeClass.WORDING;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import no.speil.corpus.text.LetterFolding;
import no.speil.status.grading.MyersDiff.Difference;
import no.speil.status.grading.WordToken.Weight;

/** Grades changes in and between the words that both texts have. */
record KeptWordGrader(TokenizedText older, TokenizedText newer) {
  private static final Pattern NO_CLAUSE = Pattern.compile("[^,;:.!?…-]");
  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");
  private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

  static ChangeClass grade(TokenizedText older, TokenizedText newer, List<Difference> differences) {
    var kept = new KeptWordGrader(older, newer);
    ChangeClass grade = questions(older) != questions(newer) ? WORDING : TYPOGRAPHY;
    int i = 0;
    int j = 0;
    for (Difference difference : differences) {
      grade = grade.or(kept.grade(i, j, difference.olderFrom() - i));
      i = difference.olderTo();
      j = difference.newerTo();
    }
    return grade.or(kept.grade(i, j, older.list().size() - i));
  }

  private ChangeClass grade(int olderFrom, int newerFrom, int length) {
    ChangeClass grade = TYPOGRAPHY;
    for (int n = 0; n < length; n++) {
      int i = olderFrom + n;
      int j = newerFrom + n;
      grade = grade.or(written(older.list().get(i), newer.list().get(j)));
      if (negationMoved(i, j) || (n > 0 && numbersPart(i, j))) {
        return FACTS;
      }
    }
    return grade;
  }

  /**
   * Grades another spelling of a word: the same number in digits and in words is wording; a noun
   * that may have become a name is a fact.
   */
  private static ChangeClass written(WordToken one, WordToken two) {
    if (letters(one).equals(letters(two))) {
      boolean named = one.weight() == Weight.NAME ^ two.weight() == Weight.NAME;
      boolean cased = one.isCapitalised() != two.isCapitalised();
      boolean homonym = GradingVocabulary.NORWEGIAN.is("homonym", one.key());
      return named && cased && homonym ? FACTS : TYPOGRAPHY;
    }
    return WORDING;
  }

  private static String letters(WordToken token) {
    return LetterFolding.toNorwegianLetters(
        NO_LETTER.matcher(token.surface()).replaceAll("").toLowerCase(Locale.ROOT));
  }

  /** Whether a comma moved past a negation: "Heng ham ikke, vent" and "Heng ham, ikke vent". */
  private boolean negationMoved(int i, int j) {
    if (older.list().get(i).weight() != Weight.NEGATION) {
      return false;
    }
    boolean last = i + 1 == older.list().size() && j + 1 == newer.list().size();
    return !clause(before(older, i)).equals(clause(before(newer, j)))
        || (!last && !clause(before(older, i + 1)).equals(clause(before(newer, j + 1))));
  }

  private boolean numbersPart(int i, int j) {
    return older.list().get(i).isNumber()
        && older.list().get(i - 1).isNumber()
        && !gap(before(older, i)).equals(gap(before(newer, j)));
  }

  private static long questions(TokenizedText tokens) {
    return tokens.list().stream().filter(token -> token.before().contains("?")).count()
        + (tokens.after().contains("?") ? 1 : 0);
  }

  private static String before(TokenizedText tokens, int i) {
    return i < tokens.list().size() ? tokens.list().get(i).before() : tokens.after();
  }

  private static String gap(String between) {
    return SPACE.matcher(between).replaceAll("").replaceAll("[–—‑−]", "-");
  }

  private static String clause(String between) {
    return NO_CLAUSE.matcher(gap(between)).replaceAll("");
  }
}
