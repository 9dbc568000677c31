package no.speil.align.dp;

import java.util.Arrays;
import java.util.List;

/**
 * The probability of each bead of a path, compared with all other paths near it: the
 * forward-backward algorithm over the same scores (as in hidden Markov models, Rabiner 1989), in a
 * narrow band around the path.
 */
final class Posteriors {
  private static final int REACH = 6;
  private static final List<Bead> BEADS = Bead.VALUES;

  private final LinkScores linkScores;
  private final AlignmentPath path;
  private final SearchBand searchBand;
  private final double[][][] scores;
  private final double[][] forward;
  private final double[][] backward;

  Posteriors(LinkScores linkScores, AlignmentPath path) {
    this.linkScores = linkScores;
    this.path = path;
    this.searchBand = SearchBand.along(path.beads(), REACH);
    int rows = linkScores.originals() + 1;
    this.scores = new double[rows][][];
    this.forward = new double[rows][];
    this.backward = new double[rows][];
    sumForward(path.omission());
    sumBackward();
  }

  AlignmentPath path() {
    return path;
  }

  LinkScores linkScores() {
    return linkScores;
  }

  /** The probability of the bead that ends in the cell. */
  double of(Bead bead, int i, int j) {
    int at = j - searchBand.low(i);
    int fromI = i - bead.original;
    int fromJ = j - bead.translation;
    double[] last = forward[linkScores.originals()];
    double through =
        forward[fromI][fromJ - searchBand.low(fromI)]
            + scores[i][at][BEADS.indexOf(bead)]
            + backward[i][at];
    return Math.clamp(Math.exp(through - last[last.length - 1]), 0, 1);
  }

  private void sumForward(double omission) {
    var steps = new StepScores(linkScores, searchBand, omission);
    for (int i = 0; i < forward.length; i++) {
      steps.enter(i);
      forward[i] = new double[searchBand.width(i)];
      backward[i] = new double[searchBand.width(i)];
      scores[i] = new double[searchBand.width(i)][BEADS.size()];
      Arrays.fill(forward[i], Double.NEGATIVE_INFINITY);
      Arrays.fill(backward[i], Double.NEGATIVE_INFINITY);
      for (int j = searchBand.low(i); j <= searchBand.high(i); j++) {
        int at = j - searchBand.low(i);
        double sum = i == 0 && j == 0 ? 0 : Double.NEGATIVE_INFINITY;
        for (int b = 0; b < BEADS.size(); b++) {
          Bead bead = BEADS.get(b);
          double score = steps.score(b, i, j);
          scores[i][at][b] = score;
          if (score != Double.NEGATIVE_INFINITY) {
            int fromI = i - bead.original;
            int fromAt = j - bead.translation - searchBand.low(fromI);
            sum = logSum(sum, forward[fromI][fromAt] + score);
          }
        }
        forward[i][at] = sum;
      }
    }
  }

  private void sumBackward() {
    int last = backward.length - 1;
    backward[last][backward[last].length - 1] = 0;
    for (int i = last; i >= 0; i--) {
      for (int at = backward[i].length - 1; at >= 0; at--) {
        int j = at + searchBand.low(i);
        for (int b = 0; b < BEADS.size(); b++) {
          Bead bead = BEADS.get(b);
          double score = scores[i][at][b];
          if (score != Double.NEGATIVE_INFINITY) {
            int fromI = i - bead.original;
            int fromAt = j - bead.translation - searchBand.low(fromI);
            backward[fromI][fromAt] = logSum(backward[fromI][fromAt], backward[i][at] + score);
          }
        }
      }
    }
  }

  /** The logarithm of the sum of two numbers given by their logarithms. */
  static double logSum(double a, double b) {
    double more = Math.max(a, b);
    if (more == Double.NEGATIVE_INFINITY) {
      return more;
    }
    return more + Math.log1p(Math.exp(Math.min(a, b) - more));
  }
}
