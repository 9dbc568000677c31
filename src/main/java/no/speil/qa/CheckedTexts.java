package no.speil.qa;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import no.speil.corpus.VisibleText;
import no.speil.corpus.VisibleTextReader;
import no.speil.status.grading.GradingVocabulary;

/** The two texts of a section, each read once for all rules. */
record CheckedTexts(SectionTexts texts, Text original, Text translation) {

  static CheckedTexts of(SectionTexts texts, VisibleTextReader reader) {
    VisibleText original = reader.read(texts.original(), texts.role());
    VisibleText translation = reader.read(texts.translation(), texts.role());
    return new CheckedTexts(
        texts,
        Text.of(original, RunningWords::words, GradingVocabulary.NORWEGIAN),
        Text.of(translation, RunningWords::english, GradingVocabulary.ENGLISH));
  }

  /**
   * One of the texts.
   *
   * @param visible what a reader sees of it
   * @param text {@link VisibleText#text}
   * @param prose {@link RunningWords#prose}
   * @param words the {@link RunningWords} of its language
   */
  record Text(VisibleText visible, String text, String prose, List<Word> words) {
    private static Text of(
        VisibleText visible,
        Function<String, List<String>> runningWords,
        GradingVocabulary vocabulary) {
      String prose = RunningWords.prose(visible);
      return new Text(
          visible,
          visible.text(),
          prose,
          runningWords.apply(prose).stream()
              .map(word -> new Word(word, vocabulary.kinds(word)))
              .toList());
    }
  }

  /**
   * A word of a text.
   *
   * @param word in lower case
   * @param kinds as in {@link GradingVocabulary#kinds}
   */
  record Word(String word, Set<String> kinds) {
    boolean is(String kind) {
      return kinds.contains(kind);
    }
  }
}
