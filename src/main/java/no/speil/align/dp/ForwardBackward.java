package no.speil.align.dp;

import java.util.Arrays;
import no.speil.align.dp.BestPath.Steps;

/**
 * The probability of each step through a part of the grid, compared with all paths from corner to
 * corner: the forward-backward algorithm, as in hidden Markov models (Rabiner 1989).
 */
final class ForwardBackward {
  private final SearchBand band;
  private final int firstRow;
  private final int firstColumn;

  /** By cell, the logarithm of the sum of all ways to it, and from it. */
  private final double[][] forward;

  private final double[][] backward;

  /**
   * @param band of the part
   * @param firstRow where the part begins in the grid of the steps, as does {@code firstColumn}
   * @param steps with logarithms as scores
   */
  ForwardBackward(SearchBand band, int firstRow, int firstColumn, Steps steps) {
    this.band = band;
    this.firstRow = firstRow;
    this.firstColumn = firstColumn;
    this.forward = grid();
    this.backward = grid();
    int last = forward.length - 1;
    forward[0][0] = 0;
    backward[last][backward[last].length - 1] = 0;
    for (int i = 0; i <= last; i++) {
      double[] row = forward[i];
      for (int at = 0; at < row.length; at++) {
        int here = at;
        steps.into(
            firstRow + i,
            firstColumn + band.low(i) + at,
            (fromI, fromJ, score) ->
                row[here] = logSum(row[here], value(forward, fromI, fromJ) + score));
      }
    }
    for (int i = last; i >= 0; i--) {
      for (int at = backward[i].length - 1; at >= 0; at--) {
        double after = backward[i][at];
        steps.into(
            firstRow + i,
            firstColumn + band.low(i) + at,
            (fromI, fromJ, score) ->
                backward[fromI - firstRow][place(fromI, fromJ)] =
                    logSum(value(backward, fromI, fromJ), after + score));
      }
    }
  }

  private double[][] grid() {
    double[][] grid = new double[band.rows()][];
    for (int i = 0; i < grid.length; i++) {
      grid[i] = new double[band.width(i)];
      Arrays.fill(grid[i], Double.NEGATIVE_INFINITY);
    }
    return grid;
  }

  private int place(int row, int column) {
    return column - firstColumn - band.low(row - firstRow);
  }

  private double value(double[][] sums, int row, int column) {
    return sums[row - firstRow][place(row, column)];
  }

  /** The probability of a step from one cell to another. */
  double probability(int fromI, int fromJ, double score, int toI, int toJ) {
    double[] last = forward[forward.length - 1];
    double through = value(forward, fromI, fromJ) + score + value(backward, toI, toJ);
    return Math.exp(through - last[last.length - 1]);
  }

  /** The logarithm of the sum of two numbers given by their logarithms. */
  private static double logSum(double a, double b) {
    double more = Math.max(a, b);
    if (more == Double.NEGATIVE_INFINITY) {
      return more;
    }
    return more + Math.log1p(Math.exp(Math.min(a, b) - more));
  }
}
