package no.speil.alignment;

import java.util.ArrayList;
import java.util.List;
import no.speil.alignment.Pairing.Span;
import no.speil.corpus.Block;
import no.speil.lexicon.Cutting;
import no.speil.lexicon.Lexicon;

/**
 * Pairs the blocks of an original with those of its translation, in order: dynamic programming
 * after Gale and Church (1993) over lengths, kinds, and signs that survive translation. The same
 * blocks always give the same pairs. Thread-safe.
 */
public final class Aligner {
  private static final int SMALL_GRID = 250_000;
  private static final int LARGEST_GRID = 12_000_000;
  private static final int LEAST_HALF_WIDTH = 64;
  private static final int NEAR = 16;
  private static final int ROUNDS = 5;
  private static final double FIRST_OMISSION = 0.1;
  private static final double LEAST_OMISSION = 0.003;
  private static final double MOST_OMISSION = 0.95;
  private static final double CAUTION = 10;

  private final Lexicon lexicon;
  private final Cutting cutting;

  /** Without a lexicon. */
  public Aligner() {
    this(Lexicon.EMPTY, (side, text) -> List.of());
  }

  /**
   * With what words mean in the other language.
   *
   * @param cutting the one that the lexicon was learned by; pure
   */
  public Aligner(Lexicon lexicon, Cutting cutting) {
    this.lexicon = lexicon;
    this.cutting = cutting;
  }

  /** Pairs in order that cover both lists; without the titles. */
  public List<Pairing> align(List<Block> original, List<Block> translation) {
    var evidence = new Evidence(original, translation, lexicon, cutting);
    Confidences confidences = settle(evidence);
    var pairings = new ArrayList<Pairing>();
    int i = 0;
    int j = 0;
    for (Bead bead : confidences.route()) {
      var taken = new Span(i, i + bead.original);
      var given = new Span(j, j + bead.translation);
      i = taken.to();
      j = given.to();
      pairings.add(new Pairing(taken, given, confidences.of(bead, i, j)));
    }
    return pairings;
  }

  /** Learns how much is left out from the route itself, as expectation maximisation does. */
  private static Confidences settle(Evidence evidence) {
    double omission = FIRST_OMISSION;
    List<Bead> route = route(evidence, omission);
    for (int round = 0; round < ROUNDS; round++) {
      omission = omission(route);
      Corridor near = isSmall(evidence) ? whole(evidence) : Corridor.along(route, NEAR);
      List<Bead> next = new Route(evidence, near, omission).best();
      if (next.equals(route)) {
        break;
      }
      route = next;
    }
    return new Confidences(evidence, route, omission);
  }

  private static double omission(List<Bead> route) {
    long left = route.stream().filter(bead -> !bead.isLink()).count();
    return Math.min(MOST_OMISSION, (left + LEAST_OMISSION * CAUTION) / (route.size() + CAUTION));
  }

  private static List<Bead> route(Evidence evidence, double omission) {
    if (isSmall(evidence)) {
      return new Route(evidence, whole(evidence), omission).best();
    }
    int n = evidence.originals();
    int m = evidence.translations();
    int[] line = Landmarks.line(evidence);
    for (int half = LEAST_HALF_WIDTH; ; half *= 2) {
      Corridor corridor = Corridor.around(line, line, m, half);
      List<Bead> route = new Route(evidence, corridor, omission).best();
      boolean widest = half >= Math.max(n, m) || corridor.cells() * 2 > LARGEST_GRID;
      if (widest || !touches(route, corridor, m)) {
        return route;
      }
    }
  }

  private static boolean isSmall(Evidence evidence) {
    return (long) evidence.originals() * evidence.translations() <= SMALL_GRID;
  }

  private static Corridor whole(Evidence evidence) {
    return Corridor.whole(evidence.originals(), evidence.translations());
  }

  /** Whether the route runs along the wall, where a better one may lie behind it. */
  private static boolean touches(List<Bead> route, Corridor corridor, int translations) {
    int i = 0;
    int j = 0;
    for (Bead bead : route) {
      i += bead.original;
      j += bead.translation;
      if (corridor.isEdge(i, j, translations)) {
        return true;
      }
    }
    return false;
  }
}
