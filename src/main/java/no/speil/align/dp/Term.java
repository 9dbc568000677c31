package no.speil.align.dp;

import java.util.List;
import no.speil.lexicon.TermTranslation;

/** A term of the index with its translations, most probable first. */
final class Term {
  final String text;
  final int hash;

  /** The terms of the translations, and their weights. */
  final String[] translations;

  final double[] weights;

  /** The hashes of the translations, side by side, since few of them are in any document. */
  final int[] hashes;

  /** The weight of all translations together, at most 1. */
  final double mass;

  Term(String text, List<TermTranslation> translations) {
    this.text = text;
    this.hash = text.hashCode();
    this.translations = translations.stream().map(TermTranslation::term).toArray(String[]::new);
    this.weights = translations.stream().mapToDouble(TermTranslation::weight).toArray();
    this.hashes = translations.stream().mapToInt(each -> each.term().hashCode()).toArray();
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    this.mass = Math.min(1, sum);
  }

  /**
   * Whether it has the text.
   *
   * @param hashOfOther which is compared first
   */
  boolean is(String other, int hashOfOther) {
    return hash == hashOfOther && text.equals(other);
  }
}
