package no.speil.align.identity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import no.speil.TestCorpora;
import no.speil.align.dp.ParallelTexts;
import no.speil.corpus.Block;
import no.speil.corpus.BlockFingerprint;

/**
 * Prints, for several thresholds of similarity, the share of edited paragraphs that are recognised,
 * and of unrelated ones mistaken for an edit.
 */
final class IdentityFigures {
  private static final double[] THRESHOLDS = {.2, .3, .4, .5, .6, .7};

  private IdentityFigures() {}

  public static void main(String[] args) throws IOException {
    var random = new Random(20151124);
    List<String> texts = paragraphs();
    List<String> brief = texts.stream().filter(text -> text.length() < 60).toList();
    List<String> lengthy = texts.stream().filter(text -> text.length() >= 60).toList();
    System.out.println("known again, of blocks       .2    .3    .4    .5    .6    .7");
    for (double share : new double[] {.05, .1, .2, .3, .5}) {
      print("60+ characters, " + share, edited(lengthy, share, random));
      print("shorter, " + share, edited(brief, share, random));
    }
    print("unrelated, 60+", unrelated(lengthy, random));
    print("unrelated, shorter", unrelated(brief, random));
  }

  private static List<String> paragraphs() throws IOException {
    var texts = new ArrayList<String>();
    Path archive = TestCorpora.path("nb-preservation/archive");
    try (Stream<Path> files = Files.walk(archive)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        texts.addAll(TestTexts.cut(Files.readString(file)));
      }
    }
    ParallelTexts.ntrex("nb").forEach(t -> t.original().forEach(b -> texts.add(b.markdown())));
    return texts.stream().distinct().filter(text -> text.contains(" ")).toList();
  }

  private static List<Double> edited(List<String> texts, double share, Random random) {
    var randomParagraphs = new RandomParagraphs(random);
    return texts.stream()
        .map(text -> similarity(text, randomParagraphs.edit(text, share)))
        .toList();
  }

  private static List<Double> unrelated(List<String> texts, Random random) {
    var similarities = new ArrayList<Double>();
    for (int k = 0; k < 20_000; k++) {
      String one = texts.get(random.nextInt(texts.size()));
      String other = texts.get(random.nextInt(texts.size()));
      if (!one.equals(other)) {
        similarities.add(similarity(one, other));
      }
    }
    return similarities;
  }

  private static double similarity(String before, String after) {
    List<Block> blocks = TestTexts.blocks(List.of(before, after));
    BlockFingerprint print = BlockFingerprint.of(blocks.getFirst());
    return print.sketch().similarity(new CurrentBlock(blocks.getLast(), 1).sketch());
  }

  private static void print(String name, List<Double> similarities) {
    var line = new StringBuilder(String.format(Locale.ROOT, "%-26s", name));
    for (double threshold : THRESHOLDS) {
      long known = similarities.stream().filter(s -> s >= threshold).count();
      line.append(String.format(Locale.ROOT, " %5.3f", known / (double) similarities.size()));
    }
    System.out.println(line + "   of " + similarities.size());
  }
}
