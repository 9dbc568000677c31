package no.speil.alignment;

import java.util.Arrays;
import java.util.List;

/**
 * How likely each bead of a route is, against all other routes near it: forward-backward over the
 * same worths (as in hidden Markov models, Rabiner 1989), in a corridor close around the route.
 */
final class Confidences {
  private static final int REACH = 6;
  private static final List<Bead> BEADS = List.of(Bead.values());

  private final Evidence evidence;
  private final List<Bead> route;
  private final Corridor corridor;
  private final double[][][] worths;
  private final double[][] forward;
  private final double[][] backward;

  Confidences(Evidence evidence, List<Bead> route, double omission) {
    this.evidence = evidence;
    this.route = route;
    this.corridor = Corridor.along(route, REACH);
    int rows = evidence.originals() + 1;
    this.worths = new double[rows][][];
    this.forward = new double[rows][];
    this.backward = new double[rows][];
    sumForward(omission);
    sumBackward();
  }

  List<Bead> route() {
    return route;
  }

  /** The probability of the bead that comes to the cell. */
  double of(Bead bead, int i, int j) {
    int at = j - corridor.low(i);
    int fromI = i - bead.original;
    int fromJ = j - bead.translation;
    double[] last = forward[evidence.originals()];
    double through =
        forward[fromI][fromJ - corridor.low(fromI)]
            + worths[i][at][BEADS.indexOf(bead)]
            + backward[i][at];
    return Math.clamp(Math.exp(through - last[last.length - 1]), 0, 1);
  }

  private void sumForward(double omission) {
    var steps = new Steps(evidence, corridor, omission);
    for (int i = 0; i < forward.length; i++) {
      steps.enter(i);
      forward[i] = new double[corridor.width(i)];
      backward[i] = new double[corridor.width(i)];
      worths[i] = new double[corridor.width(i)][BEADS.size()];
      Arrays.fill(forward[i], Double.NEGATIVE_INFINITY);
      Arrays.fill(backward[i], Double.NEGATIVE_INFINITY);
      for (int j = corridor.low(i); j <= corridor.high(i); j++) {
        int at = j - corridor.low(i);
        double sum = i == 0 && j == 0 ? 0 : Double.NEGATIVE_INFINITY;
        for (int b = 0; b < BEADS.size(); b++) {
          Bead bead = BEADS.get(b);
          double worth = steps.worth(bead, i, j);
          worths[i][at][b] = worth;
          if (worth != Double.NEGATIVE_INFINITY) {
            int fromI = i - bead.original;
            int fromAt = j - bead.translation - corridor.low(fromI);
            sum = add(sum, forward[fromI][fromAt] + worth);
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
        int j = at + corridor.low(i);
        for (int b = 0; b < BEADS.size(); b++) {
          Bead bead = BEADS.get(b);
          double worth = worths[i][at][b];
          if (worth != Double.NEGATIVE_INFINITY) {
            int fromI = i - bead.original;
            int fromAt = j - bead.translation - corridor.low(fromI);
            backward[fromI][fromAt] = add(backward[fromI][fromAt], backward[i][at] + worth);
          }
        }
      }
    }
  }

  private static double add(double a, double b) {
    double more = Math.max(a, b);
    if (more == Double.NEGATIVE_INFINITY) {
      return more;
    }
    return more + Math.log1p(Math.exp(Math.min(a, b) - more));
  }
}
