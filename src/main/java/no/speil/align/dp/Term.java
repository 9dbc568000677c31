package no.speil.align.dp;

import java.util.List;
import no.speil.lexicon.TermTranslation;

/**
 * A term of the index with its translations, most probable first.
 *
 * @param mass the weight of all translations together, at most 1
 */
record Term(String text, List<TermTranslation> translations, double mass) {
  Term(String text, List<TermTranslation> translations) {
    this(
        text,
        List.copyOf(translations),
        Math.min(
            1, translations.stream().mapToDouble(TermTranslation::weight).reduce(0, Double::sum)));
  }
}
