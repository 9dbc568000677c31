package no.speil.align.dp;

import java.util.ArrayList;
import java.util.List;
import no.speil.align.dp.Pairing.Span;
import no.speil.corpus.Block;
import no.speil.lexicon.Lexicon;
import no.speil.lexicon.TermTokenizer;

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
  private final TermTokenizer termTokenizer;

  /** Without a lexicon. */
  public Aligner() {
    this(Lexicon.EMPTY, (side, text) -> List.of());
  }

  /**
   * With what words mean in the other language.
   *
   * @param termTokenizer the one that the lexicon was learned by; pure
   */
  public Aligner(Lexicon lexicon, TermTokenizer termTokenizer) {
    this.lexicon = lexicon;
    this.termTokenizer = termTokenizer;
  }

  /** Pairs in order that cover both lists; without the titles. */
  public List<Pairing> align(List<Block> original, List<Block> translation) {
    var pairScorer = new PairScorer(original, translation, lexicon, termTokenizer);
    Posteriors posteriors = settle(pairScorer);
    var pairings = new ArrayList<Pairing>();
    int i = 0;
    int j = 0;
    for (Bead bead : posteriors.route()) {
      var taken = new Span(i, i + bead.original);
      var given = new Span(j, j + bead.translation);
      i = taken.to();
      j = given.to();
      pairings.add(new Pairing(taken, given, posteriors.of(bead, i, j)));
    }
    return pairings;
  }

  /**
   * Learns how much is left out from the route itself, as expectation maximisation does. From
   * wherever it begins it may hold itself up, so it begins twice, and the likelier counts.
   */
  private static Posteriors settle(PairScorer pairScorer) {
    AlignmentPath likeliest = settle(pairScorer, BEGINNINGS[0]);
    AlignmentPath other = settle(pairScorer, BEGINNINGS[1]);
    if (OmissionRate.likelihood(other) > OmissionRate.likelihood(likeliest)) {
      likeliest = other;
    }
    return new Posteriors(pairScorer, likeliest.beads(), likeliest.omission());
  }

  private static AlignmentPath settle(PairScorer pairScorer, double omission) {
    AlignmentPath alignmentPath = route(pairScorer, omission);
    for (int round = 0; round < ROUNDS; round++) {
      SearchBand near =
          isSmall(pairScorer) ? whole(pairScorer) : SearchBand.along(alignmentPath.beads(), NEAR);
      AlignmentPath next =
          new PathSearch(pairScorer, near, OmissionRate.share(alignmentPath.beads())).best();
      if (next.beads().equals(alignmentPath.beads())) {
        return next;
      }
      alignmentPath = next;
    }
    return alignmentPath;
  }

  private static AlignmentPath route(PairScorer pairScorer, double omission) {
    if (isSmall(pairScorer)) {
      return new PathSearch(pairScorer, whole(pairScorer), omission).best();
    }
    int n = pairScorer.originals();
    int m = pairScorer.translations();
    int[] line = SeedPath.line(pairScorer);
    for (int half = LEAST_HALF_WIDTH; ; half *= 2) {
      SearchBand searchBand = SearchBand.around(line, line, m, half);
      AlignmentPath alignmentPath = new PathSearch(pairScorer, searchBand, omission).best();
      boolean widest = half >= Math.max(n, m) || searchBand.cells() * 2 > LARGEST_GRID;
      if (widest || !touches(alignmentPath.beads(), searchBand, m)) {
        return alignmentPath;
      }
    }
  }

  private static boolean isSmall(PairScorer pairScorer) {
    return (long) pairScorer.originals() * pairScorer.translations() <= SMALL_GRID;
  }

  private static SearchBand whole(PairScorer pairScorer) {
    return SearchBand.whole(pairScorer.originals(), pairScorer.translations());
  }

  /** Whether the route runs along the wall, where a better one may lie behind it. */
  private static boolean touches(List<Bead> route, SearchBand searchBand, int translations) {
    int i = 0;
    int j = 0;
    for (Bead bead : route) {
      i += bead.original;
      j += bead.translation;
      if (searchBand.isEdge(i, j, translations)) {
        return true;
      }
    }
    return false;
  }
}
