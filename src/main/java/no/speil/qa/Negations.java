package no.speil.qa;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import no.speil.status.grading.NegatedWords;

/**
 * Checks that both texts have as many negations. Words that may express a negation, such as
 * "unlawful", "lack" and "refuse", make up for missing ones, if there are more of them than on the
 * other side.
 */
record Negations(Function<String, Set<String>> dictionary) implements QaRule {
  private static final String NOT = "negation.not";

  /** A base as short as in "ulike" is another word. */
  private static final int SHORT = 5;

  /** English words that may say of something that it is hardly so. */
  private static final Set<String> LITTLE =
      Set.of("little", "less", "least", "few", "low", "poorly", "slightly", "minor", "only");

  @Override
  public void check(CheckedTexts checkedTexts, BiConsumer<QaCheck, List<String>> found) {
    if (checkedTexts.original().text().equals(checkedTexts.translation().text())) {
      return; // a citation in English is not read as Norwegian
    }
    List<CheckedTexts.Word> inOriginal = checkedTexts.original().words();
    List<CheckedTexts.Word> inTranslation = checkedTexts.translation().words();
    List<String> denied = only(inOriginal, word -> word.is(NOT));
    List<String> denies = only(inTranslation, word -> word.is(NOT));
    int more = denied.size() - denies.size();
    if (more == 0) {
      found.accept(QaCheck.NEGATION_MISSING, turned(inOriginal, inTranslation));
      return;
    }
    int possibleInOriginal = only(inOriginal, Negations::mayDenyInNorwegian).size();
    int possibleInTranslation = only(inTranslation, Negations::mayDenyInEnglish).size();
    if (more > Math.max(0, possibleInTranslation - possibleInOriginal)) {
      found.accept(QaCheck.NEGATION_MISSING, denied);
    }
    if (-more > Math.max(0, possibleInOriginal - possibleInTranslation)) {
      found.accept(QaCheck.NEGATION_ADDED, denies);
    }
  }

  /** The negations of the original, if the translation has as many; else empty. */
  List<String> agreed(CheckedTexts checkedTexts) {
    List<String> denied = only(checkedTexts.original().words(), word -> word.is(NOT));
    List<String> denies = only(checkedTexts.translation().words(), word -> word.is(NOT));
    boolean agree = denied.size() == denies.size() && find(checkedTexts).isEmpty();
    return agree ? denied : List.of();
  }

  /**
   * Words such as "udokumentert" and "lite sannsynlig" where the translation has the word without
   * its negation, and nothing that denies.
   */
  private List<String> turned(
      List<CheckedTexts.Word> inOriginal, List<CheckedTexts.Word> inTranslation) {
    Set<String> there =
        inTranslation.stream().map(CheckedTexts.Word::word).collect(Collectors.toSet());
    if (!Collections.disjoint(there, LITTLE)
        || inTranslation.stream().anyMatch(word -> word.is(NOT) || mayDenyInEnglish(word))) {
      return List.of();
    }
    var turned = new ArrayList<String>();
    for (int i = 0; i < inOriginal.size(); i++) {
      String word = inOriginal.get(i).word();
      if (word.startsWith("u") && word.length() > SHORT && NegatedWords.isNegated(word)) {
        if (says(there, word.substring(1)) && !says(there, word)) {
          turned.add(word);
        }
      } else if (i > 0 && inOriginal.get(i - 1).word().equals("lite") && says(there, word)) {
        turned.add("lite " + word);
      }
    }
    return turned;
  }

  private boolean says(Set<String> words, String norwegian) {
    return !Collections.disjoint(words, dictionary.apply(norwegian));
  }

  private static boolean mayDenyInNorwegian(CheckedTexts.Word word) {
    return word.is("denying")
        || (!word.is(NOT) && (word.is("negation") || NegatedWords.isNegated(word.word())));
  }

  private static boolean mayDenyInEnglish(CheckedTexts.Word word) {
    return (word.is("denying") || word.word().endsWith("less")) && !word.is("affirming");
  }

  private static List<String> only(
      List<CheckedTexts.Word> words, Predicate<CheckedTexts.Word> wanted) {
    return words.stream().filter(wanted).map(CheckedTexts.Word::word).toList();
  }
}
