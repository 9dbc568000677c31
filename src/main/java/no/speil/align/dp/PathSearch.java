package no.speil.align.dp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Scores the steps through a part of the grid, and finds the best path of them by dynamic
 * programming; keeps one byte for each cell.
 */
final class PathSearch {
  private static final int LOOKBACK = Bead.LONGEST + 1;

  private final LinkScores linkScores;
  private final SearchBand band;
  private final double omission;
  private final double[] priors;

  PathSearch(LinkScores linkScores, SearchBand band, double omission) {
    this.linkScores = linkScores;
    this.band = band;
    this.omission = omission;
    this.priors = Bead.logPriors(omission);
  }

  AlignmentPath best() {
    int rows = band.rows();
    byte[][] cameBy = new byte[rows][];
    double[][] scores = new double[LOOKBACK][];
    for (int i = 0; i < rows; i++) {
      LinkScores.Row links = links(i);
      cameBy[i] = new byte[band.width(i)];
      scores[i % LOOKBACK] = new double[band.width(i)];
      Arrays.fill(scores[i % LOOKBACK], Double.NEGATIVE_INFINITY);
      if (i == 0) {
        scores[0][0] = 0;
      }
      for (int j = band.low(i); j <= band.high(i); j++) {
        enter(i, j, links, scores, cameBy[i]);
      }
    }
    double[] last = scores[(rows - 1) % LOOKBACK];
    return new AlignmentPath(walkBack(cameBy), last[last.length - 1], omission);
  }

  private void enter(int i, int j, LinkScores.Row links, double[][] scores, byte[] cameBy) {
    int at = j - band.low(i);
    for (int b = 0; b < priors.length; b++) {
      double step = score(b, i, j, links);
      if (step == Double.NEGATIVE_INFINITY) {
        continue;
      }
      int fromI = i - Bead.VALUES.get(b).original;
      int fromJ = j - Bead.VALUES.get(b).translation;
      double score = scores[fromI % LOOKBACK][fromJ - band.low(fromI)] + step;
      if (score > scores[i % LOOKBACK][at]) {
        scores[i % LOOKBACK][at] = score;
        cameBy[at] = (byte) b;
      }
    }
  }

  private List<Bead> walkBack(byte[][] cameBy) {
    var beads = new ArrayList<Bead>();
    int i = band.rows() - 1;
    int j = band.high(i);
    while (i > 0 || j > 0) {
      Bead bead = Bead.VALUES.get(cameBy[i][j - band.low(i)]);
      beads.add(bead);
      i -= bead.original;
      j -= bead.translation;
    }
    return beads.reversed();
  }

  /** Gives the possible steps into a cell. */
  void into(int i, int j, ForwardBackward.StepSink sink) {
    LinkScores.Row links = links(i);
    for (int b = 0; b < priors.length; b++) {
      double score = score(b, i, j, links);
      if (score != Double.NEGATIVE_INFINITY) {
        sink.step(i - Bead.VALUES.get(b).original, j - Bead.VALUES.get(b).translation, score);
      }
    }
  }

  /** The score of entering a cell by a bead; negative infinity if impossible. */
  double score(Bead bead, int i, int j) {
    return score(Bead.VALUES.indexOf(bead), i, j, links(i));
  }

  private double score(int b, int i, int j, LinkScores.Row links) {
    Bead bead = Bead.VALUES.get(b);
    return band.holds(i - bead.original, j - bead.translation)
        ? priors[b] + links.score(b, j)
        : Double.NEGATIVE_INFINITY;
  }

  private LinkScores.Row links(int row) {
    return linkScores.row(row, band.low(row), band.high(row));
  }
}
