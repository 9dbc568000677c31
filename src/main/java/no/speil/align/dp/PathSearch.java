package no.speil.align.dp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Finds the best path through the grid by dynamic programming; keeps one byte for each cell. */
final class PathSearch {
  private static final int LOOKBACK = Bead.LONGEST + 1;

  private final LinkScores links;
  private final SearchBand band;
  private final double omission;

  PathSearch(LinkScores links, SearchBand band, double omission) {
    this.links = links;
    this.band = band;
    this.omission = omission;
  }

  AlignmentPath best() {
    int rows = band.rows();
    byte[][] cameBy = new byte[rows][];
    double[][] scores = new double[LOOKBACK][];
    var steps = new StepScores(links, band, omission);
    for (int i = 0; i < rows; i++) {
      steps.enter(i);
      cameBy[i] = new byte[band.width(i)];
      scores[i % LOOKBACK] = new double[band.width(i)];
      Arrays.fill(scores[i % LOOKBACK], Double.NEGATIVE_INFINITY);
      for (int j = band.low(i); j <= band.high(i); j++) {
        if (i == 0 && j == 0) {
          scores[0][0] = 0;
        } else {
          enter(i, j, steps, scores, cameBy[i]);
        }
      }
    }
    double[] last = scores[(rows - 1) % LOOKBACK];
    return new AlignmentPath(walkBack(cameBy), last[last.length - 1], omission);
  }

  private void enter(int i, int j, StepScores steps, double[][] scores, byte[] cameBy) {
    int at = j - band.low(i);
    for (int b = 0; b < Bead.VALUES.size(); b++) {
      Bead bead = Bead.VALUES.get(b);
      double step = steps.score(b, i, j);
      if (step == Double.NEGATIVE_INFINITY) {
        continue;
      }
      int fromI = i - bead.original;
      int fromJ = j - bead.translation;
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
    Collections.reverse(beads);
    return beads;
  }
}
