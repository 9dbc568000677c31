package no.speil.align.dp;

import java.util.List;

/**
 * How many blocks of each side a step of the alignment takes. Among links, Gale and Church (1993)
 * counted 1-1 at .90, 1-2 and 2-1 together at .09, 2-2 at .01, of sentences; whole blocks are
 * joined and split a little less.
 */
enum Bead {
  ONE_ONE(1, 1, 0.939),
  ONE_NONE(1, 0, 0.5),
  NONE_ONE(0, 1, 0.5),
  ONE_TWO(1, 2, 0.03),
  TWO_ONE(2, 1, 0.03),
  TWO_TWO(2, 2, 0.001);

  /** The most blocks of a side that a bead takes. */
  static final int LONGEST = 2;

  static final List<Bead> VALUES = List.of(values());

  final int original;
  final int translation;

  /** Its share of the links, or of the beads that are not links. */
  private final double share;

  Bead(int original, int translation, double share) {
    this.original = original;
    this.translation = translation;
    this.share = share;
  }

  boolean isLink() {
    return original > 0 && translation > 0;
  }

  /** The log probability of each bead if that share of all beads leaves a block out. */
  static double[] logPriors(double omission) {
    return VALUES.stream()
        .mapToDouble(each -> Math.log(each.share * (each.isLink() ? 1 - omission : omission)))
        .toArray();
  }
}
