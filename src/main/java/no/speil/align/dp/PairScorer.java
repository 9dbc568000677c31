package no.speil.align.dp;

import java.util.Arrays;
import java.util.List;
import no.speil.corpus.Block;
import no.speil.corpus.Side;

/**
 * Scores pairs of runs of blocks, a row of the grid at a time: the log of how much more likely they
 * are if one translates the other than if they are unrelated; above 0 speaks for the pair. The
 * features that two runs share are summed over their blocks.
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

  final List<Block> original;
  final List<Block> translation;
  final FeatureTable marks;
  private final FeatureTable numbers;
  private final FeatureTable grams;
  private final LexicalScore lexicalScore;
  private final LengthModel lengths;

  /** By the length of the runs, less 1. */
  private final RunTotals[] originalRuns = new RunTotals[Bead.LONGEST];

  private final RunTotals[] translationRuns = new RunTotals[Bead.LONGEST];

  /** By the length of the runs, less 1: the evidence of their length if they translate nothing. */
  private final double[][] anyhow = new double[Bead.LONGEST][];

  /** What the blocks of the last rows share with the translation. */
  private final Shared[] shared = new Shared[Bead.LONGEST];

  PairScorer(List<Block> original, List<Block> translation, FeatureReader reader) {
    this.original = original;
    this.translation = translation;
    boolean isOneSided = original.isEmpty() || translation.isEmpty(); // no pairs, nothing to read
    List<BlockFeatures> a = features(Side.ORIGINAL, original, reader, isOneSided);
    List<BlockFeatures> b = features(Side.TRANSLATION, translation, reader, isOneSided);
    this.lexicalScore = new LexicalScore(a, b, reader);
    this.marks = new FeatureTable(a, b, BlockFeatures::marks, reader.size(), 1);
    this.numbers = new FeatureTable(a, b, BlockFeatures::numbers, reader.size(), 1);
    this.grams = new FeatureTable(a, b, BlockFeatures::grams, reader.size(), 2);
    double[] lengthsA = a.stream().mapToDouble(BlockFeatures::length).toArray();
    double[] lengthsB = b.stream().mapToDouble(BlockFeatures::length).toArray();
    this.lengths = new LengthModel(lengthsB);
    for (int k = 0; k < Bead.LONGEST; k++) {
      originalRuns[k] =
          new RunTotals(k + 1, original, lengthsA, numbers.originalTotal, grams.originalTotal);
      translationRuns[k] =
          new RunTotals(
              k + 1, translation, lengthsB, numbers.translationTotal, grams.translationTotal);
      anyhow[k] = Arrays.stream(translationRuns[k].length).map(lengths::anyhow).toArray();
    }
  }

  private static List<BlockFeatures> features(
      Side side, List<Block> blocks, FeatureReader reader, boolean isOneSided) {
    return blocks.stream()
        .map(block -> isOneSided ? BlockFeatures.NONE : reader.features(side, block))
        .toList();
  }

  /**
   * The scores of the links of one kind that end in a row of the grid.
   *
   * @param row the number of original blocks that are taken in the end
   * @param low the first column, a number of translation blocks that are taken in the end
   * @param high the last column
   * @return by column from the first; negative infinity for impossible pairs
   */
  double[] scores(Bead bead, int row, int low, int high) {
    double[] scores = new double[high - low + 1];
    Arrays.fill(scores, Double.NEGATIVE_INFINITY);
    int i = row - bead.original;
    int from = Math.max(0, low - bead.translation);
    int to = high - bead.translation + 1;
    boolean joins = bead.original + bead.translation > 2;
    if (i < 0 || to <= from || (joins && !originalRuns[bead.original - 1].mayJoin[i])) {
      return scores;
    }
    double[] signs = new double[to - from];
    lexicalScore.add(i, bead.original, bead.translation, from, to, signs);
    Shared sums = sums(bead, row, from, to);
    RunTotals a = originalRuns[bead.original - 1];
    RunTotals b = translationRuns[bead.translation - 1];
    LengthModel.Expected expected = lengths.expected(a.length[i]);
    for (int j = from; j < to; j++) {
      int at = j - from;
      if (joins ? !b.mayJoin[j] : sums.kind[at] == KindCompatibility.NONE) {
        continue;
      }
      double missing = Math.max(0, a.numbers[i] + b.numbers[j] - 2 * sums.numbers[at]);
      double size = a.grams[i] * b.grams[j];
      double cosine = size == 0 ? 0 : sums.grams[at] / Math.sqrt(size);
      double evidence =
          Math.min(MOST_FROM_MARKS, MARK * sums.marks[at])
              - Math.min(MOST_FROM_MISSING, MISSING_NUMBER * missing)
              + cognates(cosine)
              + signs[at];
      if (joins && evidence < LEAST_SIGNS_OF_JOINING) {
        continue;
      }
      scores[j + bead.translation - low] =
          evidence
              + a.broken[i]
              + b.broken[j]
              + sums.kind[at] / Math.max(bead.original, bead.translation)
              + LENGTH * lengths.evidence(expected, b.length[j], anyhow[bead.translation - 1][j]);
    }
    return scores;
  }

  /** The features shared by the runs of a bead that ends in a row, by where the second begins. */
  private Shared sums(Bead bead, int row, int from, int to) {
    var sums = new Shared(-1, from, to);
    for (int a = 0; a < bead.original; a++) {
      Shared ofBlock = shared(row - 1 - a, from, to + bead.translation - 1);
      for (int b = bead.translation - 1; b >= 0; b--) {
        sums.plus(ofBlock, b);
      }
    }
    return sums;
  }

  /** The features that a block shares with those of the translation. */
  private Shared shared(int i, int from, int to) {
    Shared known = shared[i % shared.length];
    if (known == null || known.original != i || known.from > from || known.to < to) {
      // the other beads of the row need one more to the left
      int first = Math.max(0, from - Bead.LONGEST + 1);
      int last = Math.min(translation.size(), to + Bead.LONGEST - 1);
      known = new Shared(i, first, last);
      for (int j = first; j < last; j++) {
        known.kind[j - first] = KindCompatibility.of(original.get(i), translation.get(j));
      }
      marks.addShared(i, first, last, known.marks);
      numbers.addShared(i, first, last, known.numbers);
      grams.addShared(i, first, last, known.grams);
      shared[i % shared.length] = known;
    }
    return known;
  }

  private static double cognates(double cosine) {
    double evidence = COGNATES * (cosine - COGNATES_BY_CHANCE);
    return Math.clamp(evidence, LEAST_FROM_COGNATES, MOST_FROM_COGNATES);
  }

  /** Features shared with each translation block, or run of blocks, of a range. */
  private static final class Shared {
    final int original;
    final int from;
    final int to;
    final double[] kind;
    final double[] marks;
    final double[] numbers;
    final double[] grams;

    Shared(int original, int from, int to) {
      this.original = original;
      this.from = from;
      this.to = to;
      this.kind = new double[to - from];
      this.marks = new double[to - from];
      this.numbers = new double[to - from];
      this.grams = new double[to - from];
    }

    /** Adds what the blocks have that are so many after the beginnings of the runs. */
    void plus(Shared ofBlocks, int after) {
      int offset = from + after - ofBlocks.from;
      for (int j = 0; j < kind.length; j++) {
        kind[j] += ofBlocks.kind[offset + j];
        marks[j] += ofBlocks.marks[offset + j];
        numbers[j] += ofBlocks.numbers[offset + j];
        grams[j] += ofBlocks.grams[offset + j];
      }
    }
  }
}
