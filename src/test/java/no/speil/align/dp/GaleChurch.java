package no.speil.align.dp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import no.speil.corpus.Block;

/** Plain Gale and Church (1993), with lengths only and their constants: the baseline. */
final class GaleChurch {
  private static final double VARIANCE = 6.8;
  private static final int[][] BEADS = {{1, 1}, {1, 0}, {0, 1}, {2, 1}, {1, 2}, {2, 2}};
  private static final double[] PRIORS = {0.89, 0.00495, 0.00495, 0.0445, 0.0445, 0.011};

  /** Links as pairs of indexes. */
  List<List<Integer>> links(List<Block> original, List<Block> translation) {
    double[][] costs = new double[original.size() + 1][translation.size() + 1];
    int[][] cameBy = new int[original.size() + 1][translation.size() + 1];
    for (int i = 0; i <= original.size(); i++) {
      for (int j = 0; j <= translation.size(); j++) {
        costs[i][j] = i + j == 0 ? 0 : Double.POSITIVE_INFINITY;
        for (int b = 0; b < BEADS.length; b++) {
          int a = i - BEADS[b][0];
          int c = j - BEADS[b][1];
          if (a < 0 || c < 0) {
            continue;
          }
          double cost = costs[a][c] + cost(length(original, a, i), length(translation, c, j), b);
          if (cost < costs[i][j]) {
            costs[i][j] = cost;
            cameBy[i][j] = b;
          }
        }
      }
    }
    var links = new ArrayList<List<Integer>>();
    for (int i = original.size(), j = translation.size(); i + j > 0; ) {
      int[] bead = BEADS[cameBy[i][j]];
      for (int a = i - bead[0]; a < i; a++) {
        for (int c = j - bead[1]; c < j; c++) {
          links.add(Arrays.asList(a, c));
        }
      }
      i -= bead[0];
      j -= bead[1];
    }
    Collections.reverse(links);
    return links;
  }

  private static double cost(int original, int translation, int bead) {
    double mean = (original + translation) / 2.0;
    double delta = (translation - original) / Math.sqrt(mean * VARIANCE);
    return -Math.log(PRIORS[bead]) - Math.log(Math.max(1e-300, 2 * upperTail(Math.abs(delta))));
  }

  private static int length(List<Block> side, int from, int to) {
    return side.subList(from, to).stream().mapToInt(block -> block.text().length()).sum();
  }

  /** The upper tail of the standard normal distribution: Abramowitz and Stegun (1964), 26.2.17. */
  private static double upperTail(double z) {
    double t = 1 / (1 + 0.2316419 * z);
    double polynomial =
        t
            * (0.319381530
                + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
    return Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) * polynomial;
  }
}
