package no.speil.search.query;

import java.util.List;
import no.speil.corpus.Side;
import no.speil.lexicon.Translation;

/** What a word of the query is called in the texts of each side, where it is of the other's. */
public record Renderings(List<Translation> original, List<Translation> translation) {
  public static final Renderings NONE = new Renderings(List.of(), List.of());

  public Renderings {
    original = List.copyOf(original);
    translation = List.copyOf(translation);
  }

  public List<Translation> in(Side side) {
    return switch (side) {
      case ORIGINAL -> original;
      case TRANSLATION -> translation;
    };
  }
}
