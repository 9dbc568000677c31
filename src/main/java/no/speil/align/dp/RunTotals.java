package no.speil.align.dp;

import java.util.List;
import java.util.stream.IntStream;
import no.speil.corpus.Block;
import no.speil.corpus.BlockKind;

/** What the runs of one length on one side have in all, by the first block of each. */
final class RunTotals {
  /** Log of how much more likely the halves of a broken sentence belong to one pair. */
  private static final double TOGETHER = 4;

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
    this.broken = new double[this.length.length];
    this.mayJoin = new boolean[broken.length];
    for (int from = 0; from < broken.length; from++) {
      List<Block> run = side.subList(from, from + count);
      broken[from] =
          TOGETHER
              * IntStream.range(1, count).filter(k -> isBroken(run.get(k - 1), run.get(k))).count();
      mayJoin[from] = run.stream().allMatch(block -> KindCompatibility.isRunning(block.kind()));
    }
  }

  /**
   * Whether a paragraph ends in the middle of a sentence that goes on in the next one, as line and
   * page breaks leave them. List items end without a full stop for other reasons, so they do not
   * count; it has to end in a word, since the clauses of a law end in commas.
   */
  private static boolean isBroken(Block block, Block next) {
    String words = block.text();
    String rest = next.text();
    return block.kind() == BlockKind.PARAGRAPH
        && next.kind() == BlockKind.PARAGRAPH
        && !words.isEmpty()
        && !rest.isEmpty()
        && Character.isLetterOrDigit(words.codePointBefore(words.length()))
        && Character.isLowerCase(rest.codePointAt(0));
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
