package no.speil.search;

import java.util.List;
import java.util.stream.Stream;
import no.speil.lexicon.Translation;

/**
 * What a word of the query is called in the texts of each side.
 *
 * @param original where it is of the other's
 * @param translation likewise
 * @param variants what a Norwegian word is called in the other written norm
 */
record Renderings(
    List<Translation> original, List<Translation> translation, List<Translation> variants) {
  static final Renderings NONE = new Renderings(List.of(), List.of(), List.of());

  Renderings {
    original = List.copyOf(original);
    translation = List.copyOf(translation);
    variants = List.copyOf(variants);
  }

  List<Translation> in(Column column) {
    return switch (column) {
      case ORIGINAL -> Stream.concat(original.stream(), variants.stream()).toList();
      case TRANSLATION -> translation;
    };
  }

  /** Whether it is a word of the other side that is known there. */
  boolean isTranslated(Column column) {
    return switch (column) {
      case ORIGINAL -> !original.isEmpty();
      case TRANSLATION -> !translation.isEmpty();
    };
  }
}
