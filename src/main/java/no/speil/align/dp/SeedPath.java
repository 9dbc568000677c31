package no.speil.align.dp;

/**
 * A first guess at where the alignment runs: the longest rising chain of pairs that alone share
 * some mark, with straight lines between. It only says where to look.
 */
final class SeedPath {
  private SeedPath() {}

  /** Per number of original blocks taken, a number of translation blocks taken. */
  static int[] line(PairScorer pairScorer) {
    int[] pairs = pairScorer.landmarks();
    int[] kept = IncreasingSubsequence.longest(pairs);
    int rows = pairs.length + 1;
    int[] line = new int[rows];
    int fromI = 0;
    int fromJ = 0;
    for (int k = 0; k <= kept.length; k++) {
      int toI = k < kept.length ? kept[k] : rows - 1;
      int toJ = k < kept.length ? pairs[kept[k]] : pairScorer.translations();
      for (int i = fromI; i <= toI; i++) {
        line[i] =
            toI == fromI ? toJ : fromJ + (int) ((long) (toJ - fromJ) * (i - fromI) / (toI - fromI));
      }
      fromI = toI;
      fromJ = toJ;
    }
    return line;
  }
}
