package no.speil.alignment;

/**
 * How many blocks of each side a step of the alignment takes, and the logarithm of how often that
 * happens. Gale and Church (1993) counted 1-1 at .89, 1-2 and 2-1 together at .089, 2-2 at .011,
 * 1-0 and 0-1 together at .0099; passages left out or added are commoner here than in their
 * parliament.
 */
enum Bead {
  ONE_ONE(1, 1, 0.84),
  ONE_NONE(1, 0, 0.05),
  NONE_ONE(0, 1, 0.05),
  ONE_TWO(1, 2, 0.025),
  TWO_ONE(2, 1, 0.025),
  TWO_TWO(2, 2, 0.005);

  final int original;
  final int translation;
  final double logPrior;

  Bead(int original, int translation, double prior) {
    this.original = original;
    this.translation = translation;
    this.logPrior = Math.log(prior);
  }

  boolean isLink() {
    return original > 0 && translation > 0;
  }
}
