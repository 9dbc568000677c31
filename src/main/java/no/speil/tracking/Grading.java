package no.speil.tracking;

import no.speil.corpus.Normalization;

/** The class of a change between two Markdown texts. */
final class Grading {
  private Grading() {}

  static ChangeClass grade(String older, String newer) {
    return Normalization.normalize(older).equals(Normalization.normalize(newer))
        ? ChangeClass.MARKUP
        : ChangeClass.FACTS;
  }
}
