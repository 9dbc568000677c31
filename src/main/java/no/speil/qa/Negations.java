package no.speil.qa;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import no.speil.status.grading.GradingVocabulary;
import no.speil.status.grading.NegatedWords;

/**
 * Checks that both texts have as many negations. Words that may express a negation, such as
 * "unlawful", "lack" and "refuse", make up for missing ones, if there are more of them than on the
 * other side.
 */
final class Negations implements QaRule {
  private static final GradingVocabulary NORWEGIAN = GradingVocabulary.NORWEGIAN;
  private static final GradingVocabulary ENGLISH = GradingVocabulary.ENGLISH;

  @Override
  public List<QaWarning> find(CheckedTexts checkedTexts) {
    if (checkedTexts.original().text().equals(checkedTexts.translation().text())) {
      return List.of(); // a citation in English is not read as Norwegian
    }
    List<String> inOriginal = checkedTexts.original().words();
    List<String> inTranslation = checkedTexts.translation().words();
    List<String> denied = only(inOriginal, word -> NORWEGIAN.is("negation.not", word));
    List<String> denies = only(inTranslation, word -> ENGLISH.is("negation.not", word));
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

  private static boolean mayDenyInNorwegian(String word) {
    Set<String> kinds = NORWEGIAN.kinds(word);
    return kinds.contains("denying")
        || (!kinds.contains("negation.not")
            && (kinds.contains("negation") || NegatedWords.isNegated(word)));
  }

  private static boolean mayDenyInEnglish(String word) {
    Set<String> kinds = ENGLISH.kinds(word);
    return (kinds.contains("denying") || word.endsWith("less")) && !kinds.contains("affirming");
  }

  private static List<String> only(List<String> words, Predicate<String> wanted) {
    return words.stream().filter(wanted).toList();
  }
}
