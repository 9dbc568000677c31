package no.speil.qa;

import no.speil.tracking.VisibleText;

/** The two texts of a section, and the same as readers take them in. */
record CheckedTexts(SectionTexts texts, VisibleText original, VisibleText translation) {

  static CheckedTexts of(SectionTexts texts) {
    return new CheckedTexts(
        texts, VisibleText.of(texts.original()), VisibleText.of(texts.translation()));
  }
}
