package no.speil.align.dp;

import org.jspecify.annotations.Nullable;

/** The scores of the steps into the cells of a part of the grid, row by row. */
final class StepScores {
  private final LinkScores linkScores;
  private final SearchBand band;
  private final double[] priors;
  private LinkScores.@Nullable Row links;

  StepScores(LinkScores linkScores, SearchBand band, double omission) {
    this.linkScores = linkScores;
    this.band = band;
    this.priors = Bead.VALUES.stream().mapToDouble(bead -> bead.logPrior(omission)).toArray();
  }

  /** Goes to a row. */
  void enter(int row) {
    links = linkScores.row(row, band.low(row), band.high(row));
  }

  /** Gives the possible steps into a cell. */
  void into(int i, int j, ForwardBackward.StepSink sink) {
    enter(i);
    for (int b = 0; b < priors.length; b++) {
      Bead bead = Bead.VALUES.get(b);
      double score = score(b, i, j);
      if (score != Double.NEGATIVE_INFINITY) {
        sink.step(i - bead.original, j - bead.translation, score);
      }
    }
  }

  /**
   * The score of entering a cell of the row by a bead; negative infinity if impossible.
   *
   * @param b the bead's place among {@link Bead#VALUES}
   */
  double score(int b, int i, int j) {
    Bead bead = Bead.VALUES.get(b);
    if (!band.holds(i - bead.original, j - bead.translation)) {
      return Double.NEGATIVE_INFINITY;
    }
    return links == null || !bead.isLink() ? priors[b] : priors[b] + links.score(b, j);
  }
}
