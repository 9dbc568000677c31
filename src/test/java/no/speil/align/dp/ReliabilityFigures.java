package no.speil.align.dp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import no.speil.align.dp.ParallelTexts.Parallel;

/**
 * Prints the share of correct links for each confidence: on the half of the news stories by which
 * {@link ForwardBackward} is fitted, on the other half, and on the Declaration of Human Rights.
 * Each story also occurs beside the translation of another, where no link is correct. Also prints
 * the two constants that would fit the first half best.
 */
final class ReliabilityFigures {
  private static final double[] BOUNDS = {0, .5, .6, .7, .8, .85, .9, .95, .98, .995, 1.01};

  private ReliabilityFigures() {}

  /** A link that was made. */
  private record Made(double confidence, boolean isRight) {}

  public static void main(String[] args) {
    Aligner starter = TestAligners.starter();
    var fitted = new ArrayList<Made>();
    var others = new ArrayList<Made>();
    var declaration = new ArrayList<Made>();
    for (String language : List.of("nb", "nn")) {
      List<Parallel> news = ParallelTexts.ntrex(language);
      for (int k = 0; k < news.size(); k++) {
        List<Made> half = k % 2 == 0 ? fitted : others;
        collect(news.get(k), 2, starter, half);
        Parallel other = news.get((k + 2) % news.size());
        collect(
            new Parallel(news.get(k).original(), other.translation(), List.of()), starter, half);
      }
      collect(ParallelTexts.udhr(language).getFirst(), 40, starter, declaration);
    }
    print("news, first half", fitted);
    print("news, other half", others);
    print("Declaration", declaration);
    fit(fitted);
  }

  private static void collect(Parallel text, int rounds, Aligner aligner, List<Made> made) {
    var random = new Random(20151124);
    for (Disturbance disturbance : Disturbance.values()) {
      for (int round = 0; round < rounds; round++) {
        Parallel disturbed = disturbance.of(text, random);
        collect(disturbed, aligner, made);
      }
    }
  }

  private static void collect(Parallel text, Aligner aligner, List<Made> made) {
    for (Pairing pairing : aligner.align(text.original(), text.translation())) {
      if (pairing.isLink()) {
        boolean right = text.links().containsAll(AlignmentFigures.links(pairing));
        made.add(new Made(pairing.confidence(), right));
      }
    }
  }

  private static void print(String name, List<Made> made) {
    System.out.println(name);
    System.out.println("confidence      links   mean   right");
    for (int bin = 0; bin + 1 < BOUNDS.length; bin++) {
      double from = BOUNDS[bin];
      double to = BOUNDS[bin + 1];
      List<Made> here =
          made.stream()
              .filter(each -> each.confidence() >= from && each.confidence() < to)
              .toList();
      System.out.printf(
          Locale.ROOT,
          "%.3f-%.3f  %8d  %.3f   %.3f%n",
          from,
          Math.min(1, to),
          here.size(),
          here.stream().mapToDouble(Made::confidence).average().orElse(0),
          here.stream().mapToDouble(each -> each.isRight() ? 1 : 0).average().orElse(0));
    }
  }

  /** Logistic regression on the log odds, by Newton's method. */
  private static void fit(List<Made> made) {
    double slope = 1;
    double shift = 0;
    for (int step = 0; step < 30; step++) {
      double[] g = new double[2];
      double[] h = {1e-6, 0, 1e-6};
      for (Made each : made) {
        double x = odds(each.confidence());
        double p = 1 / (1 + Math.exp(-slope * x - shift));
        double off = (each.isRight() ? 1 : 0) - p;
        double w = p * (1 - p);
        g[0] += off * x;
        g[1] += off;
        h[0] += w * x * x;
        h[1] += w * x;
        h[2] += w;
      }
      double determinant = h[0] * h[2] - h[1] * h[1];
      slope += (h[2] * g[0] - h[1] * g[1]) / determinant;
      shift += (h[0] * g[1] - h[1] * g[0]) / determinant;
    }
    System.out.printf(Locale.ROOT, "best on top of it: slope %.3f, shift %.3f%n", slope, shift);
  }

  private static double odds(double confidence) {
    double clamped = Math.clamp(confidence, 1e-4, 1 - 1e-4);
    return Math.log(clamped / (1 - clamped));
  }
}
