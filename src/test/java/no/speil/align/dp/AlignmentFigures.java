package no.speil.align.dp;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import no.speil.align.dp.ParallelTexts.Parallel;

/**
 * Prints precision, recall and F1 of links for texts with known alignment, as they are and
 * disturbed: without a lexicon, with the starter lexicon, with a trained lexicon, and for plain
 * Gale and Church.
 */
final class AlignmentFigures {
  private static final int TEXTS = 240;

  private AlignmentFigures() {}

  public static void main(String[] args) {
    String only = args.length > 0 ? args[0] : "";
    System.out.println(
        "                              Gale-Church          no lexicon           starter words     "
            + "   learned\n"
            + "                              P     R     F1       P     R     F1       P     R    "
            + " F1       P     R     F1");
    Aligner starter = TestAligners.starter();
    if ("library".contains(only)) {
      List<Parallel> pages = NationalLibraryPages.all();
      print("library", Disturbance.NONE, pages, starter, TestAligners.ofTheOthers(pages));
    }
    for (String language : List.of("nb", "nn")) {
      List<Parallel> news = ParallelTexts.ntrex(language);
      if ("ntrex".contains(only)) {
        print("ntrex-" + language, news, starter, TestAligners.ofTheOthers(news));
      }
      if ("udhr".contains(only)) {
        print(
            "udhr-" + language,
            ParallelTexts.udhr(language),
            starter,
            List.of(TestAligners.learned(news)));
      }
    }
  }

  private static void print(
      String corpus, List<Parallel> texts, Aligner starter, List<Aligner> learned) {
    for (Disturbance disturbance : Disturbance.values()) {
      print(corpus, disturbance, texts, starter, learned);
    }
  }

  private static void print(
      String corpus,
      Disturbance disturbance,
      List<Parallel> texts,
      Aligner starter,
      List<Aligner> learned) {
    var random = new Random(20151124);
    int rounds = disturbance == Disturbance.NONE ? 1 : TEXTS / texts.size() / 3 + 1;
    var scores = new ArrayList<LinkScore>(Collections.nCopies(4, LinkScore.NOTHING));
    for (int round = 0; round < rounds; round++) {
      for (int k = 0; k < texts.size(); k++) {
        Parallel text = disturbance.of(texts.get(k), random);
        List<List<Integer>> plain = new GaleChurch().links(text.original(), text.translation());
        scores.set(0, scores.get(0).plus(LinkScore.of(text, plain)));
        scores.set(1, scores.get(1).plus(LinkScore.of(text, links(text, TestAligners.none()))));
        scores.set(2, scores.get(2).plus(LinkScore.of(text, links(text, starter))));
        scores.set(3, scores.get(3).plus(LinkScore.of(text, links(text, learned.get(k)))));
      }
    }
    System.out.printf(Locale.ROOT, "%-9s %-17s", corpus, disturbance.words);
    scores.forEach(score -> System.out.print("   " + score));
    System.out.println();
  }

  static List<List<Integer>> links(Parallel text, Aligner aligner) {
    return aligner.align(text.original(), text.translation()).stream()
        .flatMap(pairing -> links(pairing).stream())
        .toList();
  }

  static List<List<Integer>> links(Pairing pairing) {
    var links = new ArrayList<List<Integer>>();
    for (int i = pairing.original().from(); i < pairing.original().to(); i++) {
      for (int j = pairing.translation().from(); j < pairing.translation().to(); j++) {
        links.add(List.of(i, j));
      }
    }
    return links;
  }

  static double f1(List<Parallel> texts, Aligner aligner) {
    LinkScore all = LinkScore.NOTHING;
    for (Parallel text : texts) {
      all = all.plus(LinkScore.of(text, links(text, aligner)));
    }
    return all.f1();
  }
}
