package no.speil.align.dp;

import java.util.List;

/**
 * The share of steps that leave a block out: one in ten is expected of a document, as firmly as if
 * five of its steps had been seen.
 */
final class OmissionRate {
  private static final double SEEN = 5;
  private static final double SEEN_LEFT_OUT = 0.5;
  private static final double MOST = 0.95;

  private OmissionRate() {}

  /** What a route leads to expect of its document. */
  static double share(List<Bead> route) {
    long left = route.stream().filter(bead -> !bead.isLink()).count();
    return Math.min(MOST, (left + SEEN_LEFT_OUT) / (route.size() + SEEN));
  }

  /**
   * How likely the way is whatever the share: of its evidence, and of leaving out as much as it
   * does, step by step as from Polya's urn. A logarithm, to compare ways through the same grid.
   */
  static double likelihood(AlignmentPath alignmentPath) {
    double sum = alignmentPath.worth();
    double left = SEEN_LEFT_OUT;
    double links = SEEN - SEEN_LEFT_OUT;
    for (Bead bead : alignmentPath.beads()) {
      double alike = bead.isLink() ? links++ : left++;
      double share = bead.isLink() ? 1 - alignmentPath.omission() : alignmentPath.omission();
      sum += Math.log(alike / (left + links - 1)) - Math.log(share);
    }
    return sum;
  }
}
