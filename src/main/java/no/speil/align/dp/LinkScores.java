package no.speil.align.dp;

import org.jspecify.annotations.Nullable;

/**
 * The scores of the links that end in each cell of the grid, without their prior. They depend on
 * the two texts alone, so each is computed once for all searches.
 */
final class LinkScores {
  private final PairScorer scorer;
  private final boolean isKept;
  private final @Nullable Row[] rows;

  /**
   * @param isKept false for a search that covers so much that its scores take too much memory; of
   *     them only the row of the last question is kept
   */
  LinkScores(PairScorer scorer, boolean isKept) {
    this.scorer = scorer;
    this.isKept = isKept;
    this.rows = new Row[scorer.original.size() + 1];
  }

  /** The scores of a row of the grid, from the first column to the last or more. */
  Row row(int row, int low, int high) {
    Row known = rows[row];
    if (known != null && known.low <= low && known.high >= high) {
      return known;
    }
    Row scored = new Row(scorer, row, low, high);
    rows[row] = scored;
    if (!isKept && row > 0) {
      rows[row - 1] = null;
    }
    return scored;
  }

  /** The scores of the links that end in one row. */
  static final class Row {
    private final int low;
    private final int high;

    /** By the bead's place among {@link Bead#VALUES}. */
    private final double[][] scores = new double[Bead.VALUES.size()][];

    private Row(PairScorer scorer, int row, int low, int high) {
      this.low = low;
      this.high = high;
      for (int bead = 0; bead < scores.length; bead++) {
        if (Bead.VALUES.get(bead).isLink()) {
          scores[bead] = scorer.scores(Bead.VALUES.get(bead), row, low, high);
        }
      }
    }

    /**
     * The score of a link that ends in that column, negative infinity if it is impossible; of a
     * bead that is no link 0.
     *
     * @param bead its place among {@link Bead#VALUES}
     */
    double score(int bead, int column) {
      return Bead.VALUES.get(bead).isLink() ? scores[bead][column - low] : 0;
    }
  }
}
