package no.speil.search.query;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import no.speil.corpus.Side;
import no.speil.lexicon.TermTranslation;
import no.speil.search.query.Expression.Word;

/**
 * The alternatives of a word of the query, to be searched for as well.
 *
 * @param original Norwegian translations, if the query word is English
 * @param translation English translations, if it is Norwegian
 * @param variants its forms in the other written norm of Norwegian
 * @param parts the parts of a compound; a section with them is a guess
 * @param prefixMatches Norwegian terms that have a long prefix in common with it, which rank
 *     guesses
 * @param phrases translations of phrases that it is part of
 * @param foreign the sides that it is not searched in, since what they have is another word
 * @param forms the only forms in which it is searched itself; empty for all of its inflections
 */
public record WordAlternatives(
    List<TermTranslation> original,
    List<TermTranslation> translation,
    List<TermTranslation> variants,
    List<Word> parts,
    List<String> prefixMatches,
    List<PhraseTranslation> phrases,
    Set<Side> foreign,
    List<String> forms) {
  public static final WordAlternatives NONE = of(List.of(), List.of(), List.of(), Set.of());

  /**
   * A translation of a phrase of the query.
   *
   * @param side the side to search for it
   * @param words how many words of the query it replaces
   */
  public record PhraseTranslation(Side side, String text, int words) {}

  /** Without parts and phrases. */
  public static WordAlternatives of(
      List<TermTranslation> original,
      List<TermTranslation> translation,
      List<TermTranslation> variants,
      Set<Side> foreign) {
    return new WordAlternatives(
        original, translation, variants, List.of(), List.of(), List.of(), foreign, List.of());
  }

  /** The same, searched in those forms only. */
  public WordAlternatives inForms(List<String> only) {
    return new WordAlternatives(
        original, translation, variants, parts, prefixMatches, phrases, foreign, only);
  }

  /** The same with what guesses are made by. */
  public WordAlternatives forGuesses(List<Word> itsParts, List<String> matches) {
    return new WordAlternatives(
        original, translation, variants, itsParts, matches, phrases, foreign, forms);
  }

  public WordAlternatives with(List<PhraseTranslation> others) {
    return new WordAlternatives(
        original, translation, variants, parts, prefixMatches, others, foreign, forms);
  }

  /** Translations and variants on that side. */
  public List<TermTranslation> on(Side side) {
    return side == Side.ORIGINAL
        ? Stream.concat(original.stream(), variants.stream()).toList()
        : translation;
  }

  /** Those of them that are sure. */
  public List<TermTranslation> sure(Side side) {
    return on(side).stream().filter(TermTranslation::sure).toList();
  }

  /** Whether it is the other language's word for one on that side, and surely so. */
  public boolean isTranslated(Side side) {
    return (side == Side.ORIGINAL ? original : translation)
        .stream().anyMatch(TermTranslation::sure);
  }

  /** Variants on that side that are certain. */
  public Stream<TermTranslation> sureVariants(Side side) {
    return side == Side.ORIGINAL ? variants.stream().filter(TermTranslation::sure) : Stream.empty();
  }
}
