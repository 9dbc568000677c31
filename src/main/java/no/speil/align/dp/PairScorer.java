package no.speil.align.dp;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import no.speil.corpus.Block;
import no.speil.lexicon.Lexicon;
import no.speil.lexicon.TermTokenizer;

/**
 * Scores a pair of runs of blocks: the log of how much more likely they are if one translates the
 * other than if they are unrelated; above 0 speaks for the pair. The features that two runs share
 * are summed over their blocks.
 */
final class PairScorer {
  private static final double LENGTH = 0.8;
  private static final double MARK = 0.56;
  private static final double MOST_FROM_MARKS = 8;
  private static final double MISSING_NUMBER = 0.35;
  private static final double MOST_FROM_MISSING = 4;

  /** The least score without lengths for joining blocks: some sum of lengths always fits. */
  private static final double LEAST_SIGNS_OF_JOINING = -4;

  private static final double COGNATES = 29;
  private static final double COGNATES_BY_CHANCE = 0.072;
  private static final double LEAST_FROM_COGNATES = -2;
  private static final double MOST_FROM_COGNATES = 11;

  private final List<Block> original;
  private final List<Block> translation;
  private final int[] originalLength;
  private final int[] translationLength;
  private final LengthModel lengths;
  private final FeatureTable marks;
  private final FeatureTable numbers;
  private final FeatureTable grams;
  private final LexicalScore lexicalScore;
  private final BrokenSentences originalBreaks;
  private final BrokenSentences translationBreaks;

  PairScorer(
      List<Block> original, List<Block> translation, Lexicon lexicon, TermTokenizer termTokenizer) {
    this.original = original;
    this.translation = translation;
    this.originalBreaks = new BrokenSentences(original);
    this.translationBreaks = new BrokenSentences(translation);
    this.lexicalScore = new LexicalScore(original, translation, lexicon, termTokenizer);
    List<BlockFeatures> a = original.stream().map(BlockFeatures::of).toList();
    List<BlockFeatures> b = translation.stream().map(BlockFeatures::of).toList();
    this.originalLength = a.stream().mapToInt(BlockFeatures::length).toArray();
    this.translationLength = b.stream().mapToInt(BlockFeatures::length).toArray();
    this.lengths = LengthModel.of(translationLength);
    this.marks = new FeatureTable(sets(a, BlockFeatures::marks), sets(b, BlockFeatures::marks), 1);
    this.numbers =
        new FeatureTable(sets(a, BlockFeatures::numbers), sets(b, BlockFeatures::numbers), 1);
    this.grams = new FeatureTable(sets(a, BlockFeatures::grams), sets(b, BlockFeatures::grams), 2);
  }

  int originals() {
    return original.size();
  }

  int translations() {
    return translation.size();
  }

  /**
   * Pairs of blocks that share a mark that no other block of their side has: the translation block
   * for each original block, or -1.
   */
  int[] uniquePairs() {
    return marks.unique();
  }

  /** The features that two blocks share; callers keep them for all runs with these blocks. */
  Shared shared(int i, int j) {
    Block a = original.get(i);
    Block b = translation.get(j);
    double kind = KindCompatibility.of(a, b);
    if (kind == KindCompatibility.NONE) {
      return Shared.NOTHING;
    }
    return new Shared(kind, marks.shared(i, j), numbers.shared(i, j), grams.shared(i, j));
  }

  /** Whether the blocks of both runs are of kinds that translators join and split. */
  boolean mayJoin(int i, int originals, int j, int translations) {
    return allRunning(original, i, originals) && allRunning(translation, j, translations);
  }

  /**
   * The score of the pair of the original run from i and the translation run from j.
   *
   * @param shared the sum over all pairs of their blocks
   */
  double of(int i, int originals, int j, int translations, Shared shared) {
    double lengthA = 0;
    double gramsA = 0;
    double numbersA = 0;
    for (int k = i; k < i + originals; k++) {
      lengthA += originalLength[k];
      gramsA += grams.originalTotal(k);
      numbersA += numbers.originalTotal(k);
    }
    double lengthB = 0;
    double gramsB = 0;
    double numbersB = 0;
    for (int k = j; k < j + translations; k++) {
      lengthB += translationLength[k];
      gramsB += grams.translationTotal(k);
      numbersB += numbers.translationTotal(k);
    }
    double missing = Math.max(0, numbersA + numbersB - 2 * shared.numbers);
    double cosine = gramsA * gramsB == 0 ? 0 : shared.grams / Math.sqrt(gramsA * gramsB);
    double signs =
        Math.min(MOST_FROM_MARKS, MARK * shared.marks)
            - Math.min(MOST_FROM_MISSING, MISSING_NUMBER * missing)
            + cognates(cosine)
            + lexicalScore.evidence(i, originals, j, translations);
    if (originals + translations > 2 && signs < LEAST_SIGNS_OF_JOINING) {
      return Double.NEGATIVE_INFINITY;
    }
    return signs
        + originalBreaks.evidence(i, originals)
        + translationBreaks.evidence(j, translations)
        + shared.kind / Math.max(originals, translations)
        + LENGTH * lengths.evidence(lengthA, lengthB);
  }

  private static double cognates(double cosine) {
    double evidence = COGNATES * (cosine - COGNATES_BY_CHANCE);
    return Math.clamp(evidence, LEAST_FROM_COGNATES, MOST_FROM_COGNATES);
  }

  private static boolean allRunning(List<Block> side, int from, int count) {
    for (int k = from; k < from + count; k++) {
      if (!KindCompatibility.isRunning(side.get(k).kind())) {
        return false;
      }
    }
    return true;
  }

  private static List<Set<String>> sets(
      List<BlockFeatures> blockFeatures, Function<BlockFeatures, Set<String>> sort) {
    return blockFeatures.stream().map(sort).toList();
  }

  /** Shared features, summed over the pairs of blocks of two runs. */
  record Shared(double kind, double marks, double numbers, double grams) {
    static final Shared NOTHING = new Shared(KindCompatibility.NONE, 0, 0, 0);

    Shared plus(Shared other) {
      return new Shared(
          kind + other.kind, marks + other.marks, numbers + other.numbers, grams + other.grams);
    }
  }
}
