package no.speil.qa;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import no.speil.status.grading.NegatedWords;

/**
 * Checks that both texts have as many negations. Words that may express a negation, such as
 * "unlawful", "lack" and "refuse", make up for missing ones, if there are more of them than on the
 * other side.
 */
final class Negations implements QaRule {
  private static final String NOT = "negation.not";

  @Override
  public List<QaWarning> find(CheckedTexts checkedTexts) {
    if (checkedTexts.original().text().equals(checkedTexts.translation().text())) {
      return List.of(); // a citation in English is not read as Norwegian
    }
    List<CheckedWord> inOriginal = checkedTexts.original().words();
    List<CheckedWord> inTranslation = checkedTexts.translation().words();
    List<String> denied = only(inOriginal, word -> word.is(NOT));
    List<String> denies = only(inTranslation, word -> word.is(NOT));
    int more = denied.size() - denies.size();
    if (more == 0) {
      return List.of();
    }
    int possibleInOriginal = only(inOriginal, Negations::mayDenyInNorwegian).size();
    int possibleInTranslation = only(inTranslation, Negations::mayDenyInEnglish).size();
    var found = new ArrayList<QaWarning>();
    if (more > Math.max(0, possibleInTranslation - possibleInOriginal)) {
      found.add(new QaWarning(QaCheck.NEGATION_MISSING, denied));
    }
    if (-more > Math.max(0, possibleInOriginal - possibleInTranslation)) {
      found.add(new QaWarning(QaCheck.NEGATION_ADDED, denies));
    }
    return found;
  }

  /** That no "not" is lost or added, whether there is one or none. */
  static Optional<QaAgreement> agreement(CheckedTexts checkedTexts) {
    return new Negations().find(checkedTexts).isEmpty()
        ? Optional.of(new QaAgreement(QaAgreement.Kind.NEGATION, List.of()))
        : Optional.empty();
  }

  private static boolean mayDenyInNorwegian(CheckedWord word) {
    return word.is("denying")
        || (!word.is(NOT) && (word.is("negation") || NegatedWords.isNegated(word.word())));
  }

  private static boolean mayDenyInEnglish(CheckedWord word) {
    return (word.is("denying") || word.word().endsWith("less")) && !word.is("affirming");
  }

  private static List<String> only(List<CheckedWord> words, Predicate<CheckedWord> wanted) {
    var only = new ArrayList<String>();
    for (CheckedWord word : words) {
      if (wanted.test(word)) {
        only.add(word.word());
      }
    }
    return only;
  }
}
