package no.speil.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import no.speil.TestCorpora;

/**
 * Prints what becomes of ids, translations and freshness when real documents are edited at random
 * hundreds of times, and how grave each edit is said to be. Arguments: rounds, seed, files.
 */
final class RealEditFigures {
  private static final double[] THRESHOLDS = {.2, .3, .4, .5, .6, .7, .8, .9};

  private RealEditFigures() {}

  public static void main(String[] args) throws IOException {
    int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 60;
    long seed = args.length > 1 ? Long.parseLong(args[1]) : 20151124;
    List<String> names =
        args.length > 2
            ? List.of(args).subList(2, args.length)
            : List.of(
                "docs/dps.md",
                "docs/formats.md",
                "docs/principles.md",
                "docs/strategy.md",
                "about.md");
    Path corpus = TestCorpora.path("nb-preservation");
    var tally = new RealEdits.Tally();
    for (String name : names) {
      Path folder = Files.createTempDirectory("edits");
      var edits =
          new RealEdits(
              folder,
              Files.readString(corpus.resolve("archive").resolve(name)),
              Files.readString(corpus.resolve("translations").resolve(name)),
              RealEdits.paragraphs(others(corpus)),
              seed,
              tally);
      if (!edits.run(rounds)) {
        System.out.println(name + " cannot be written block by block");
      }
    }
    print(tally);
  }

  private static List<String> others(Path corpus) throws IOException {
    try (Stream<Path> files = Files.list(corpus.resolve("archive/blog"))) {
      return files
          .filter(file -> file.toString().endsWith(".md"))
          .sorted()
          .map(RealEditFigures::read)
          .toList();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void print(RealEdits.Tally tally) {
    System.out.printf("%d edits%n", tally.edits);
    System.out.printf(
        "unchanged blocks that kept their id  %d of %d%n", tally.kept, tally.unchanged);
    System.out.printf(
        "translations with another's text     %d of %d%n", tally.wrong.size(), tally.translations);
    System.out.println("edited blocks known again:");
    tally.known.forEach(
        (edit, counts) -> System.out.printf("  %-10s %d of %d%n", edit, counts[0], counts[1]));
    System.out.print("as a threshold would have it:");
    for (double threshold : THRESHOLDS) {
      long known = tally.similarities.stream().filter(s -> s >= threshold).count();
      System.out.printf(
          Locale.ROOT, "  %.1f %.3f", threshold, known / (double) tally.similarities.size());
    }
    System.out.println("\nwhat was done, and how grave it was said to be:");
    tally.grades.forEach((edit, given) -> System.out.printf("  %-22s %s%n", edit, given));
    tally.lost.forEach(line -> System.out.println("LOST " + line));
    tally.wrong.forEach(line -> System.out.println("WRONG " + line));
    tally.graver.forEach(line -> System.out.println("GRAVER " + line));
    tally.milder.forEach(line -> System.out.println("MILDER " + line));
  }
}
