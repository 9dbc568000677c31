package no.speil.qa;

import java.util.List;
import no.speil.corpus.VisibleText;

/**
 * One of the two texts of a section, read once for all rules.
 *
 * @param visible what a reader sees of it
 * @param text {@link VisibleText#text}
 * @param words the {@link RunningWords} of its language
 */
record CheckedText(VisibleText visible, String text, List<String> words) {

  static CheckedText norwegian(VisibleText visible) {
    return new CheckedText(visible, visible.text(), RunningWords.norwegian(visible));
  }

  static CheckedText english(VisibleText visible) {
    return new CheckedText(visible, visible.text(), RunningWords.english(visible));
  }
}
