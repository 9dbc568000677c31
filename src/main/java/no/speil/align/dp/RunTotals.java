package no.speil.align.dp;

import java.util.List;
import no.speil.corpus.Block;

/** What the runs of one length on one side have in all, by the first block of each. */
final class RunTotals {
  /** In characters. */
  final double[] length;

  /** The weight of their numbers. */
  final double[] numbers;

  /** The weight of their 4-grams. */
  final double[] grams;

  /** The evidence of the broken sentences that they join. */
  final double[] broken;

  /** Whether all blocks are of kinds that translators join and split. */
  final boolean[] mayJoin;

  /**
   * @param count blocks of a run
   * @param length of each block
   * @param numbers the weight of the numbers of each block
   * @param grams the weight of the 4-grams of each block
   */
  RunTotals(int count, List<Block> side, double[] length, double[] numbers, double[] grams) {
    this.length = sums(count, length);
    this.numbers = sums(count, numbers);
    this.grams = sums(count, grams);
    var breaks = new BrokenSentences(side);
    this.broken = new double[this.length.length];
    this.mayJoin = new boolean[broken.length];
    for (int from = 0; from < broken.length; from++) {
      broken[from] = breaks.evidence(from, count);
      mayJoin[from] =
          side.subList(from, from + count).stream()
              .allMatch(block -> KindCompatibility.isRunning(block.kind()));
    }
  }

  private static double[] sums(int count, double[] ofBlocks) {
    double[] sums = new double[Math.max(0, ofBlocks.length - count + 1)];
    for (int from = 0; from < sums.length; from++) {
      for (int k = from; k < from + count; k++) {
        sums[from] += ofBlocks[k];
      }
    }
    return sums;
  }
}
