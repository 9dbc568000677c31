package no.speil.align.dp;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.speil.align.dp.Pairing.Span;

/** How probable it is, for each two blocks of a part of the grid, that they belong together. */
final class LinkProbabilities {
  /** A sure link more is a gain of a half. */
  private static final double LEAST_GAIN = 0.4;

  private final Span original;
  private final Span translation;
  private final double[][] sums;

  /** How many blocks of each side a pairing takes: one of one side, or up to three of each. */
  private record Size(int original, int translation) {
    static final List<Size> ALL =
        Stream.concat(
                Stream.of(new Size(1, 0), new Size(0, 1)),
                IntStream.range(0, 9).mapToObj(k -> new Size(1 + k / 3, 1 + k % 3)))
            .toList();

    boolean isLink() {
      return original > 0 && translation > 0;
    }
  }

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
    Size[][] last = bestLastSizes();
    var pairings = new ArrayList<Pairing>();
    int i = original.size();
    int j = translation.size();
    while (i > 0 || j > 0) {
      Size size = last[i][j];
      pairings.add(pairing(new Span(i - size.original, i), new Span(j - size.translation, j)));
      i -= size.original;
      j -= size.translation;
    }
    return pairings.reversed();
  }

  /** The size of the last pairing of the best ones to each cell. */
  private Size[][] bestLastSizes() {
    int n = original.size();
    int m = translation.size();
    double[][] gains = new double[n + 1][m + 1];
    Size[][] last = new Size[n + 1][m + 1];
    for (int i = 0; i <= n; i++) {
      for (int j = 0; j <= m; j++) {
        gains[i][j] = i + j == 0 ? 0 : Double.NEGATIVE_INFINITY;
        for (Size size : Size.ALL) {
          int fromI = i - size.original;
          int fromJ = j - size.translation;
          if (fromI < 0 || fromJ < 0) {
            continue;
          }
          double gain = gain(fromI, i, fromJ, j);
          boolean isWorthIt = !size.isLink() || gain > 0;
          if (isWorthIt && gains[fromI][fromJ] + gain > gains[i][j]) {
            gains[i][j] = gains[fromI][fromJ] + gain;
            last[i][j] = size;
          }
        }
      }
    }
    return last;
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
