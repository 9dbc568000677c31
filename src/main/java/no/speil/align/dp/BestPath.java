package no.speil.align.dp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import no.speil.align.dp.Pairing.Span;

/**
 * The path through a part of a grid, from corner to corner, whose scores have the largest sum, by
 * dynamic programming. Keeps one byte for each cell.
 */
public final class BestPath {
  /** One more than the blocks of a side that a step takes at most. */
  private static final int LOOKBACK = 5;

  private final SearchBand band;
  private final byte[][] cameBy;
  private final double[][] sums = new double[LOOKBACK][];

  /** Takes a step into a cell. */
  public interface StepSink {
    void step(int fromI, int fromJ, double score);
  }

  /** Gives the steps into a cell, each time the same; of equal ones the first is taken. */
  public interface Steps {
    void into(int i, int j, StepSink sink);
  }

  /** The blocks that a step takes. */
  public record Step(Span original, Span translation) {
    public boolean isLink() {
      return !original.isEmpty() && !translation.isEmpty();
    }
  }

  public BestPath(SearchBand band, Steps steps) {
    this.band = band;
    this.cameBy = new byte[band.rows()][];
    for (int i = 0; i < cameBy.length; i++) {
      double[] row = new double[band.width(i)];
      Arrays.fill(row, Double.NEGATIVE_INFINITY);
      row[0] = i == 0 ? 0 : row[0];
      sums[i % LOOKBACK] = row;
      cameBy[i] = new byte[row.length];
      for (int at = 0; at < row.length; at++) {
        enter(i, at, steps);
      }
    }
  }

  private void enter(int i, int at, Steps steps) {
    double[] row = sums[i % LOOKBACK];
    int j = band.low(i) + at;
    steps.into(
        i,
        j,
        (fromI, fromJ, score) -> {
          double sum = sums[fromI % LOOKBACK][fromJ - band.low(fromI)] + score;
          if (sum > row[at]) {
            row[at] = sum;
            cameBy[i][at] = (byte) ((i - fromI) * LOOKBACK + j - fromJ);
          }
        });
  }

  double score() {
    double[] last = sums[(cameBy.length - 1) % LOOKBACK];
    return last[last.length - 1];
  }

  public List<Step> steps() {
    var steps = new ArrayList<Step>();
    int i = cameBy.length - 1;
    int j = band.high(i);
    while (i > 0 || j > 0) {
      int taken = cameBy[i][j - band.low(i)];
      steps.add(new Step(new Span(i - taken / LOOKBACK, i), new Span(j - taken % LOOKBACK, j)));
      i -= taken / LOOKBACK;
      j -= taken % LOOKBACK;
    }
    return steps.reversed();
  }
}
