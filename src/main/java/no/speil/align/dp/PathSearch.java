package no.speil.align.dp;

/** Scores the steps through a part of the grid, and finds the best path of them. */
final class PathSearch {
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
    var best = new BestPath(band, this::into);
    return new AlignmentPath(best.steps(), best.score(), omission);
  }

  /** Gives the possible steps into a cell. */
  void into(int i, int j, BestPath.StepSink sink) {
    LinkScores.Row links = linkScores.row(i, band.low(i), band.high(i));
    for (int b = 0; b < priors.length; b++) {
      int fromI = i - Bead.VALUES.get(b).original;
      int fromJ = j - Bead.VALUES.get(b).translation;
      double score = priors[b] + links.score(b, j);
      if (score != Double.NEGATIVE_INFINITY && band.holds(fromI, fromJ)) {
        sink.step(fromI, fromJ, score);
      }
    }
  }
}
