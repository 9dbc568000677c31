package no.speil.alignment;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import no.speil.alignment.Pairing.Span;
import no.speil.corpus.Block;

/**
 * Pairs the blocks of an original with those of its translation, in order: dynamic programming
 * after Gale and Church (1993) over lengths, kinds, and signs that survive translation. The same
 * blocks always give the same pairs. Thread-safe.
 */
public final class Aligner {
  private static final int SMALL_GRID = 250_000;
  private static final int LARGEST_GRID = 60_000_000;
  private static final int LEAST_HALF_WIDTH = 64;

  private final ToDoubleBiFunction<Block, Block> further;

  public Aligner() {
    this((original, translation) -> 0);
  }

  /**
   * With one more kind of evidence, such as a lexicon's.
   *
   * @param further how much likelier (natural logarithm of the ratio) it makes it that the second
   *     block translates the first; pure, and 0 where it knows nothing
   */
  public Aligner(ToDoubleBiFunction<Block, Block> further) {
    this.further = further;
  }

  /** Pairs in order that cover both lists; without the titles. */
  public List<Pairing> align(List<Block> original, List<Block> translation) {
    var evidence = new Evidence(original, translation, further);
    List<Bead> route = route(evidence);
    var confidences = new Confidences(evidence, route);
    var pairings = new ArrayList<Pairing>();
    int i = 0;
    int j = 0;
    for (Bead bead : route) {
      var taken = new Span(i, i + bead.original);
      var given = new Span(j, j + bead.translation);
      i = taken.to();
      j = given.to();
      pairings.add(new Pairing(taken, given, confidences.of(bead, i, j)));
    }
    return pairings;
  }

  private static List<Bead> route(Evidence evidence) {
    int n = evidence.originals();
    int m = evidence.translations();
    if ((long) n * m <= SMALL_GRID) {
      return new Route(evidence, Corridor.whole(n, m)).best();
    }
    int[] line = Landmarks.line(evidence);
    for (int half = LEAST_HALF_WIDTH; ; half *= 2) {
      Corridor corridor = Corridor.around(line, line, m, half);
      List<Bead> route = new Route(evidence, corridor).best();
      boolean widest = half >= Math.max(n, m) || corridor.cells() * 2 > LARGEST_GRID;
      if (widest || !touches(route, corridor, m)) {
        return route;
      }
    }
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
