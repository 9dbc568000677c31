package no.speil.search.query;

import java.util.List;
import java.util.stream.Stream;
import no.speil.corpus.Side;
import no.speil.lexicon.TermTranslation;
import no.speil.search.query.Expression.Word;

/**
 * What a word of the query is called in the texts of each side.
 *
 * @param original where it is of the other's
 * @param translation likewise
 * @param variants what a Norwegian word is called in the other written norm
 * @param parts of a compound that nothing else is known of
 * @param phrases what it is called there together with its neighbours
 */
public record WordAlternatives(
    List<TermTranslation> original,
    List<TermTranslation> translation,
    List<TermTranslation> variants,
    List<Word> parts,
    List<Phrasing> phrases) {
  public static final WordAlternatives NONE =
      new WordAlternatives(List.of(), List.of(), List.of(), List.of(), List.of());

  public WordAlternatives {
    original = List.copyOf(original);
    translation = List.copyOf(translation);
    variants = List.copyOf(variants);
    parts = List.copyOf(parts);
    phrases = List.copyOf(phrases);
  }

  /**
   * What some words of the query are called on that side.
   *
   * @param words how many of the query it stands for
   */
  public record Phrasing(Side side, String text, int words) {}

  public static WordAlternatives ofParts(List<Word> parts) {
    return new WordAlternatives(List.of(), List.of(), List.of(), parts, List.of());
  }

  public WordAlternatives with(List<Phrasing> others) {
    return others.isEmpty()
        ? this
        : new WordAlternatives(original, translation, variants, parts, others);
  }

  public List<TermTranslation> in(Side side) {
    return switch (side) {
      case ORIGINAL -> Stream.concat(original.stream(), variants.stream()).toList();
      case TRANSLATION -> translation;
    };
  }

  /** Of what the other written norm calls it on that side, what is no guess. */
  public Stream<TermTranslation> sureVariants(Side side) {
    return switch (side) {
      case ORIGINAL -> variants.stream().filter(TermTranslation::sure);
      case TRANSLATION -> Stream.empty();
    };
  }

  /** Whether it is a word of the other side that is known on this one. */
  public boolean isTranslated(Side side) {
    return switch (side) {
      case ORIGINAL -> !original.isEmpty();
      case TRANSLATION -> !translation.isEmpty();
    };
  }
}
