package no.speil.status.grading;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import no.speil.corpus.text.LetterFolding;
import no.speil.status.grading.WordToken.Weight;

/** Decides from a word and the text before it what kind of fact it may be. */
final class TokenClassifier {
  private static final List<String> FACTS = List.of("modality", "stance", "date", "currency");
  private final GradingVocabulary vocabulary = GradingVocabulary.NORWEGIAN;
  private String previous = "";

  WordToken word(String surface, String before) {
    String lower = surface.toLowerCase(Locale.ROOT);
    boolean starts = startsSentence(before);
    previous = surface;
    if (surface.chars().anyMatch(Character::isDigit)) {
      return new WordToken(surface, lower, Weight.NUMBER, before);
    }
    String plain = LetterFolding.toNorwegianLetters(lower);
    Weight weight = weight(plain);
    if (weight == Weight.PLAIN && Character.isUpperCase(surface.codePointAt(0))) {
      return new WordToken(surface, lower, name(surface, plain, starts), before);
    }
    Integer value = weight == Weight.NUMBER ? vocabulary.value(plain) : null;
    return new WordToken(surface, value == null ? plain : value.toString(), weight, before);
  }

  private Weight weight(String word) {
    Set<String> kinds = vocabulary.kinds(word);
    if (kinds.contains("negation")) {
      return Weight.NEGATION;
    }
    if (kinds.contains("number") || kinds.contains("month") || NumberNotation.isNumber(word)) {
      return Weight.NUMBER;
    }
    if (!Collections.disjoint(kinds, FACTS) || NegatedWords.isNegated(word)) {
      return Weight.OTHER_FACT;
    }
    boolean beside = kinds.contains("unit") || kinds.contains("bound");
    return beside ? Weight.BESIDE_NUMBER : Weight.PLAIN;
  }

  private Weight name(String surface, String word, boolean starts) {
    boolean acronym = surface.length() > 1 && surface.equals(surface.toUpperCase(Locale.ROOT));
    if (!starts || acronym) {
      return Weight.NAME;
    }
    return vocabulary.is("little", word) || NameDetector.hasCommonEnd(word)
        ? Weight.PLAIN
        : Weight.PERHAPS_NAME;
  }

  private boolean startsSentence(String before) {
    if (previous.isEmpty()) {
      return true;
    }
    boolean initial = previous.length() == 1 && Character.isUpperCase(previous.charAt(0));
    if (initial && before.strip().equals(".")) {
      return false;
    }
    return before.chars().anyMatch(c -> ".!?:;…«“”\"|•".indexOf(c) >= 0);
  }
}
