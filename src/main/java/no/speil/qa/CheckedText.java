package no.speil.qa;

import java.util.ArrayList;
import java.util.List;
import no.speil.corpus.VisibleText;
import no.speil.status.grading.GradingVocabulary;

/**
 * One of the two texts of a section, read once for all rules.
 *
 * @param visible what a reader sees of it
 * @param text {@link VisibleText#text}
 * @param words the {@link RunningWords} of its language, with their kinds
 */
record CheckedText(VisibleText visible, String text, List<CheckedWord> words) {

  static CheckedText norwegian(VisibleText visible) {
    return new CheckedText(
        visible,
        visible.text(),
        words(RunningWords.norwegian(visible), GradingVocabulary.NORWEGIAN));
  }

  static CheckedText english(VisibleText visible) {
    return new CheckedText(
        visible, visible.text(), words(RunningWords.english(visible), GradingVocabulary.ENGLISH));
  }

  private static List<CheckedWord> words(List<String> words, GradingVocabulary vocabulary) {
    var checked = new ArrayList<CheckedWord>(words.size());
    for (String word : words) {
      checked.add(new CheckedWord(word, vocabulary));
    }
    return checked;
  }
}
