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

  /** The shares left out to begin with: much, and next to nothing. */
  private static final double[] BEGINNINGS = {0.1, 0.003};

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

  /**
   * Learns how much is left out from the route itself, as expectation maximisation does. From
   * wherever it begins it may hold itself up, so it begins twice, and the likelier counts.
   */
  private static Confidences settle(Evidence evidence) {
    Way likeliest = settle(evidence, BEGINNINGS[0]);
    Way other = settle(evidence, BEGINNINGS[1]);
    if (Omission.likelihood(other) > Omission.likelihood(likeliest)) {
      likeliest = other;
    }
    return new Confidences(evidence, likeliest.beads(), likeliest.omission());
  }

  private static Way settle(Evidence evidence, double omission) {
    Way way = route(evidence, omission);
    for (int round = 0; round < ROUNDS; round++) {
      Corridor near = isSmall(evidence) ? whole(evidence) : Corridor.along(way.beads(), NEAR);
      Way next = new Route(evidence, near, Omission.share(way.beads())).best();
      if (next.beads().equals(way.beads())) {
        return next;
      }
      way = next;
    }
    return way;
  }

  private static Way route(Evidence evidence, double omission) {
    if (isSmall(evidence)) {
      return new Route(evidence, whole(evidence), omission).best();
    }
    int n = evidence.originals();
    int m = evidence.translations();
    int[] line = Landmarks.line(evidence);
    for (int half = LEAST_HALF_WIDTH; ; half *= 2) {
      Corridor corridor = Corridor.around(line, line, m, half);
      Way way = new Route(evidence, corridor, omission).best();
      boolean widest = half >= Math.max(n, m) || corridor.cells() * 2 > LARGEST_GRID;
      if (widest || !touches(way.beads(), corridor, m)) {
        return way;
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
