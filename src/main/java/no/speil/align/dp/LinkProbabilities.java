package no.speil.align.dp;

import java.util.List;
import no.speil.align.dp.Pairing.Span;

/** How probable it is, for each two blocks of a part of the grid, that they belong together. */
final class LinkProbabilities {
  /** A sure link more is a gain of a half. */
  private static final double LEAST_GAIN = 0.4;

  private static final int MOST_LINKED = 3;

  private final Span original;
  private final Span translation;
  private final double[][] sums;

  LinkProbabilities(Span original, Span translation) {
    this.original = original;
    this.translation = translation;
    this.sums = new double[original.size()][translation.size()];
  }

  /** Adds the probability of one way in which all blocks of two runs are linked. */
  void add(Span of, Span to, double probability) {
    for (int i = of.from(); i < of.to(); i++) {
      for (int j = to.from(); j < to.to(); j++) {
        sums[i - original.from()][j - translation.from()] += probability;
      }
    }
  }

  /**
   * The pairings of the part in order for which the expected number of right links, less that of
   * wrong ones, is highest; those given, unless others are better by almost one sure link. The
   * confidence of a pairing is that of its least probable link; of a block alone, the probability
   * that nothing is linked with it.
   */
  List<Pairing> best(List<Pairing> given) {
    List<Pairing> best = best();
    return gain(best) > gain(given) + LEAST_GAIN ? best : given;
  }

  private List<Pairing> best() {
    SearchBand whole = SearchBand.whole(original.size(), translation.size());
    return new BestPath(whole, this::steps)
        .steps().stream().map(step -> pairing(step.original(), step.translation())).toList();
  }

  /** Gives one block of one side, and up to three of each side that are rather linked than not. */
  private void steps(int i, int j, BestPath.StepSink sink) {
    if (i > 0) {
      sink.step(i - 1, j, 0);
    }
    if (j > 0) {
      sink.step(i, j - 1, 0);
    }
    for (int fromI = i - 1; fromI >= Math.max(0, i - MOST_LINKED); fromI--) {
      for (int fromJ = j - 1; fromJ >= Math.max(0, j - MOST_LINKED); fromJ--) {
        double gain = gain(fromI, i, fromJ, j);
        if (gain > 0) {
          sink.step(fromI, fromJ, gain);
        }
      }
    }
  }

  private double gain(List<Pairing> pairings) {
    double gain = 0;
    for (Pairing each : pairings) {
      int fromI = each.original().from() - original.from();
      int fromJ = each.translation().from() - translation.from();
      gain += gain(fromI, fromI + each.original().size(), fromJ, fromJ + each.translation().size());
    }
    return gain;
  }

  /** Half of the expected number of right links less that of wrong ones. */
  private double gain(int fromI, int toI, int fromJ, int toJ) {
    double gain = 0;
    for (int i = fromI; i < toI; i++) {
      for (int j = fromJ; j < toJ; j++) {
        gain += Math.min(1, sums[i][j]) - 0.5;
      }
    }
    return gain;
  }

  private Pairing pairing(Span a, Span b) {
    double confidence = 1;
    for (int i = a.from(); i < a.to(); i++) {
      for (int j = b.from(); j < b.to(); j++) {
        confidence = Math.min(confidence, sums[i][j]);
      }
    }
    for (int j = 0; b.isEmpty() && j < translation.size(); j++) {
      confidence -= sums[a.from()][j];
    }
    for (int i = 0; a.isEmpty() && i < original.size(); i++) {
      confidence -= sums[i][b.from()];
    }
    return new Pairing(
        new Span(original.from() + a.from(), original.from() + a.to()),
        new Span(translation.from() + b.from(), translation.from() + b.to()),
        Math.max(0, confidence));
  }
}
