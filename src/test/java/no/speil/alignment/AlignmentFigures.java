package no.speil.alignment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import no.speil.alignment.ParallelTexts.Parallel;

/** Prints the F1 of links on texts whose alignment is known, beside plain Gale and Church. */
final class AlignmentFigures {
  private AlignmentFigures() {}

  public static void main(String[] args) {
    System.out.println(
        "corpus      left out   Gale-Church   Aligner   mean confidence right/wrong");
    for (String corpus : List.of("ntrex-nb", "ntrex-nn", "udhr-nb", "udhr-nn")) {
      String language = corpus.substring(corpus.length() - 2);
      List<Parallel> texts =
          corpus.startsWith("ntrex") ? ParallelTexts.ntrex(language) : ParallelTexts.udhr(language);
      for (double share : new double[] {0, .1, .2, .3}) {
        print(corpus, share, texts);
      }
    }
  }

  private static void print(String corpus, double share, List<Parallel> texts) {
    var random = new Random(20151124);
    var disturbed = new ArrayList<Parallel>();
    for (int round = 0; round < (share == 0 ? 1 : 240 / texts.size() / 3 + 1); round++) {
      texts.forEach(text -> disturbed.add(text.without(share, random)));
    }
    var sure = new double[4];
    double plain = f1(disturbed, t -> new GaleChurch().links(t.original(), t.translation()));
    double ours = f1(disturbed, t -> links(t, sure));
    System.out.printf(
        Locale.ROOT,
        "%-11s %7.0f %%   %11.4f   %7.4f   %.2f / %.2f%n",
        corpus,
        share * 100,
        plain,
        ours,
        sure[0] / sure[1],
        sure[2] / Math.max(1, sure[3]));
  }

  static List<List<Integer>> links(Parallel text, double[] sure) {
    var links = new ArrayList<List<Integer>>();
    for (Pairing pairing : new Aligner().align(text.original(), text.translation())) {
      for (int i = pairing.original().from(); i < pairing.original().to(); i++) {
        for (int j = pairing.translation().from(); j < pairing.translation().to(); j++) {
          links.add(List.of(i, j));
          int at = text.links().contains(List.of(i, j)) ? 0 : 2;
          sure[at] += pairing.confidence();
          sure[at + 1]++;
        }
      }
    }
    return links;
  }

  static double f1(List<Parallel> texts, Function<Parallel, List<List<Integer>>> align) {
    int right = 0;
    int made = 0;
    int wanted = 0;
    for (Parallel text : texts) {
      List<List<Integer>> links = align.apply(text);
      var found = new HashSet<>(links);
      found.retainAll(text.links());
      right += found.size();
      made += links.size();
      wanted += text.links().size();
    }
    return 2.0 * right / Math.max(1, made + wanted);
  }
}
