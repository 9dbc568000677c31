package no.speil.qa;

import no.speil.corpus.VisibleText;
import no.speil.corpus.VisibleTextReader;

/** The two texts of a section, and what a reader sees of each. */
record CheckedTexts(SectionTexts texts, VisibleText original, VisibleText translation) {

  static CheckedTexts of(SectionTexts texts, VisibleTextReader reader) {
    return new CheckedTexts(
        texts,
        reader.read(texts.original(), texts.role()),
        reader.read(texts.translation(), texts.role()));
  }
}
