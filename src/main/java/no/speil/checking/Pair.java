package no.speil.checking;

import no.speil.tracking.Reading;

/** The two texts of a section, and the same as readers take them in. */
record Pair(Texts texts, Reading original, Reading translation) {

  static Pair of(Texts texts) {
    return new Pair(texts, Reading.of(texts.original()), Reading.of(texts.translation()));
  }
}
