package no.speil.align.dp;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import no.speil.corpus.Block;
import no.speil.corpus.Side;
import no.speil.lexicon.Lexicon;
import no.speil.lexicon.TermTokenizer;

/**
 * Scores a pair of runs by word translations, in both directions: a known translation that is there
 * speaks for the pair, the more the rarer it is in the document; known translations that are all
 * missing speak against it.
 */
final class LexicalScore {
  private static final double GAIN = 0.7;
  private static final double LOSS = 0.65;
  private static final double LEAST = -7;
  private static final double MOST = 12;

  private final int originals;
  private final int translations;
  private final boolean knows;
  private final ExpectedTranslations there;
  private final ExpectedTranslations back;

  LexicalScore(
      List<Block> original, List<Block> translation, Lexicon lexicon, TermTokenizer termTokenizer) {
    this.originals = original.size();
    this.translations = translation.size();
    this.knows = lexicon.size() > 0;
    List<Set<String>> a = knows ? runs(terms(Side.ORIGINAL, original, termTokenizer)) : List.of();
    List<Set<String>> b =
        knows ? runs(terms(Side.TRANSLATION, translation, termTokenizer)) : List.of();
    this.there = new ExpectedTranslations(Side.ORIGINAL, a, b, translations, lexicon);
    this.back = new ExpectedTranslations(Side.TRANSLATION, b, a, originals, lexicon);
  }

  /** The log likelihood ratio of the pair by its words; runs have one or two blocks. */
  double evidence(int i, int ofOriginal, int j, int ofTranslation) {
    if (!knows) {
      return 0;
    }
    int a = i + (ofOriginal - 1) * originals;
    int b = j + (ofTranslation - 1) * translations;
    double gain = there.gain(a, b, ofTranslation) + back.gain(b, a, ofOriginal);
    double missing = there.missing(a, b) + back.missing(b, a);
    return Math.clamp((GAIN * gain - LOSS * missing) / 2, LEAST, MOST);
  }

  /** The terms of each block, then those of each block together with the next. */
  private static List<Set<String>> runs(List<Set<String>> terms) {
    var runs = new ArrayList<>(terms);
    for (int k = 0; k + 1 < terms.size(); k++) {
      var both = new HashSet<>(terms.get(k));
      both.addAll(terms.get(k + 1));
      runs.add(both);
    }
    return runs;
  }

  private static List<Set<String>> terms(
      Side side, List<Block> blocks, TermTokenizer termTokenizer) {
    return blocks.stream()
        .map(
            block ->
                termTokenizer.cut(side, block.text()).stream()
                    .map(TermTokenizer.Token::term)
                    .collect(Collectors.toSet()))
        .toList();
  }
}
