package no.speil.search;

import java.util.List;
import no.speil.lexicon.Translation;

/** What a word of the query is called in the texts of each side, where it is of the other's. */
record Renderings(List<Translation> original, List<Translation> translation) {
  static final Renderings NONE = new Renderings(List.of(), List.of());

  Renderings {
    original = List.copyOf(original);
    translation = List.copyOf(translation);
  }

  List<Translation> in(Column column) {
    return switch (column) {
      case ORIGINAL -> original;
      case TRANSLATION -> translation;
    };
  }
}
