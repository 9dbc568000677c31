package no.speil.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import no.speil.library.HousekeepingArchive.Outcome;

/**
 * Prints what becomes of people's work when an archive is tidied up at random, by kinds of
 * housekeeping. Arguments: housekeepings, the first seed, and kinds where not all are meant.
 */
final class HousekeepingFigures {
  /** So many in one archive, before the next begins with a new copy. */
  static final int SERIES = 20;

  private HousekeepingFigures() {}

  public static void main(String[] args) throws IOException {
    int all = args.length > 0 ? Integer.parseInt(args[0]) : 300;
    long seed = args.length > 1 ? Long.parseLong(args[1]) : 1;
    List<RandomHousekeeping.Kind> kinds = new ArrayList<>();
    for (int i = 2; i < args.length; i++) {
      kinds.add(RandomHousekeeping.Kind.valueOf(args[i]));
    }
    var tally = new Tally();
    Path folder = Files.createTempDirectory("housekeeping");
    try (HousekeepingArchive template = HousekeepingArchive.make(folder.resolve("template"))) {
      System.out.println(template.worked().size() + " sections worked on");
      for (int done = 0; done < all; done += SERIES, seed++) {
        run(template, folder, seed, Math.min(SERIES, all - done), kinds, tally, true);
      }
    } finally {
      HousekeepingArchive.deleteTree(folder);
    }
    tally.print();
  }

  /**
   * So many housekeepings, one after another, in a copy of the archive; each kind once before any
   * is drawn again.
   */
  static void run(
      HousekeepingArchive template,
      Path folder,
      long seed,
      int steps,
      List<RandomHousekeeping.Kind> kinds,
      Tally tally,
      boolean prints) {
    var random = new Random(seed);
    Path root = folder.resolve("root-" + seed);
    Path aside = folder.resolve("aside-" + seed);
    List<RandomHousekeeping.Kind> drawn =
        kinds.isEmpty() ? List.of(RandomHousekeeping.Kind.values()) : kinds;
    try (var housekeeping = new RandomHousekeeping(template.copy(root), aside, seed)) {
      List<RandomHousekeeping.Kind> deck = new ArrayList<>();
      for (int step = 0; step < steps; step++) {
        if (deck.isEmpty()) {
          deck.addAll(drawn);
          Collections.shuffle(deck, random);
        }
        RandomHousekeeping.Kind kind = deck.removeLast();
        Outcome outcome = housekeeping.step(kind);
        tally.add(kind, outcome);
        if (prints && outcome.kept() < outcome.all()) {
          System.out.println(seed + "." + step + " " + housekeeping.trail().getLast());
          outcome.wrong().forEach(each -> System.out.println("    WRONG " + each));
          outcome.lost().forEach(each -> System.out.println("    lost  " + each));
          outcome.asked().forEach(each -> System.out.println("    asked " + each));
        }
      }
    } finally {
      HousekeepingArchive.deleteTree(root);
      HousekeepingArchive.deleteTree(aside);
    }
  }

  /** Pieces of work, by what became of them. */
  static final class Tally {
    private final Map<RandomHousekeeping.Kind, int[]> counts =
        new EnumMap<>(RandomHousekeeping.Kind.class);
    final List<String> wrong = new ArrayList<>();
    final List<String> lost = new ArrayList<>();

    void add(RandomHousekeeping.Kind kind, Outcome outcome) {
      int[] row = counts.computeIfAbsent(kind, k -> new int[5]);
      row[0]++;
      row[1] += outcome.kept();
      row[2] += outcome.wrong().size();
      row[3] += outcome.asked().size();
      row[4] += outcome.lost().size();
      wrong.addAll(outcome.wrong());
      lost.addAll(outcome.lost());
    }

    /** How much of the work on texts that were moved is where it belongs, 0 to 1. */
    double share() {
      int kept = counts.values().stream().mapToInt(row -> row[1]).sum();
      int all = counts.values().stream().mapToInt(row -> row[1] + row[2] + row[3] + row[4]).sum();
      return all == 0 ? 1 : (double) kept / all;
    }

    void print() {
      String form = "%-18s %6d %8d %6d %6d %6d   %6.2f %%%n";
      System.out.printf(
          "%-18s %6s %8s %6s %6s %6s%n", "", "times", "kept", "wrong", "asked", "lost");
      int[] sum = new int[5];
      counts.forEach(
          (kind, row) -> {
            for (int i = 0; i < row.length; i++) {
              sum[i] += row[i];
            }
            System.out.printf(Locale.ROOT, form, line(kind.name(), row));
          });
      System.out.printf(Locale.ROOT, form, line("all", sum));
    }

    private static Object[] line(String name, int[] row) {
      int all = row[1] + row[2] + row[3] + row[4];
      return new Object[] {
        name, row[0], row[1], row[2], row[3], row[4], 100. * row[1] / Math.max(1, all)
      };
    }
  }
}
