package no.speil.qa;

import no.speil.corpus.VisibleTextReader;

/** The two texts of a section, and what a reader sees of each. */
record CheckedTexts(SectionTexts texts, CheckedText original, CheckedText translation) {

  static CheckedTexts of(SectionTexts texts, VisibleTextReader reader) {
    return new CheckedTexts(
        texts,
        CheckedText.norwegian(reader.read(texts.original(), texts.role())),
        CheckedText.english(reader.read(texts.translation(), texts.role())));
  }
}
