package no.speil.align.dp;

import java.util.EnumMap;
import java.util.Map;
import no.speil.align.dp.PairScorer.Shared;
import org.jspecify.annotations.Nullable;

/**
 * The scores of the steps into a cell of the grid, row by row. Keeps the features that the blocks
 * of two rows share, so that each pair of blocks is compared once.
 */
final class StepScores {
  private final PairScorer pairScorer;
  private final SearchBand searchBand;
  private @Nullable Shared[] before = {};
  private @Nullable Shared[] current = {};
  private int beforeLow;
  private int row = -1;
  private final Map<Bead, Double> priors = new EnumMap<>(Bead.class);

  StepScores(PairScorer pairScorer, SearchBand searchBand, double omission) {
    this.pairScorer = pairScorer;
    this.searchBand = searchBand;
    for (Bead bead : Bead.values()) {
      priors.put(bead, bead.logPrior(omission));
    }
  }

  /** Goes to a row; rows are visited in order. */
  void enter(int next) {
    before = current;
    beforeLow = row < 0 ? 0 : searchBand.low(row);
    row = next;
    current = new Shared[searchBand.width(next)];
  }

  /** The score of entering the cell by that bead; negative infinity if it is impossible. */
  double score(Bead bead, int i, int j) {
    int fromI = i - bead.original;
    int fromJ = j - bead.translation;
    if (fromI < 0 || fromJ < 0 || !searchBand.holds(fromI, fromJ)) {
      return Double.NEGATIVE_INFINITY;
    }
    if (!bead.isLink()) {
      return prior(bead);
    }
    if (bead != Bead.ONE_ONE
        && !pairScorer.mayJoin(fromI, bead.original, fromJ, bead.translation)) {
      return Double.NEGATIVE_INFINITY;
    }
    @Nullable Shared shared = null;
    for (int a = 0; a < bead.original; a++) {
      for (int b = 0; b < bead.translation; b++) {
        Shared cell = shared(i - 1 - a, j - 1 - b);
        shared = shared == null ? cell : shared.plus(cell);
      }
    }
    if (shared == null || shared.kind() == KindCompatibility.NONE) {
      return Double.NEGATIVE_INFINITY;
    }
    return prior(bead) + pairScorer.of(fromI, bead.original, fromJ, bead.translation, shared);
  }

  private double prior(Bead bead) {
    return priors.getOrDefault(bead, Double.NEGATIVE_INFINITY);
  }

  /** The features shared by blocks i and j, kept at cell (i + 1, j + 1). */
  private Shared shared(int i, int j) {
    boolean here = i + 1 == row;
    @Nullable Shared[] kept = here ? current : before;
    int at = j + 1 - (here ? searchBand.low(row) : beforeLow);
    if (at < 0 || at >= kept.length) {
      return pairScorer.shared(i, j);
    }
    Shared known = kept[at];
    if (known == null) {
      known = pairScorer.shared(i, j);
      kept[at] = known;
    }
    return known;
  }
}
