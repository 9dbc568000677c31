package no.speil.align.dp;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import no.speil.align.dp.Pairing.Span;
import no.speil.corpus.Block;
import no.speil.corpus.Side;

/**
 * Aligns the doubtful parts of a document again, also by the sentences of their blocks: where some
 * blocks are joined and others left out, a block is the translation of a part of another.
 */
final class SentenceRefinement {
  /** A pairing of two blocks that is less probable is in doubt. */
  private static final double SURE = 0.9;

  /** Cells of the largest part that is aligned again; more take too much time. */
  private static final int LARGEST_GRID = 250_000;

  private SentenceRefinement() {}

  /**
   * The pairings, of which those in doubt and those beside them are replaced by better ones.
   *
   * @param pairings of all blocks, in order
   * @param scorer of the blocks
   * @param blockScores the scores by which they were made
   * @param omission the share of pairings that leave a block out
   */
  static List<Pairing> refine(
      List<Pairing> pairings,
      PairScorer scorer,
      LinkScores blockScores,
      double omission,
      FeatureReader reader) {
    List<Block> original = scorer.original;
    List<Block> translation = scorer.translation;
    if (original.isEmpty() || translation.isEmpty()) {
      return pairings; // there is nothing else to link
    }
    var inDoubt = new BitSet();
    for (int k = 0; k < pairings.size(); k++) {
      if (isInDoubt(pairings.get(k))) {
        inDoubt.set(Math.max(0, k - 1), Math.min(pairings.size(), k + 2));
      }
    }
    if (inDoubt.isEmpty()) {
      return pairings;
    }
    var originals = new BitSet();
    var translations = new BitSet();
    for (Pairing pairing : inDoubt.stream().mapToObj(pairings::get).toList()) {
      originals.set(pairing.original().from(), pairing.original().to());
      translations.set(pairing.translation().from(), pairing.translation().to());
    }
    var left = new Segmentation(Side.ORIGINAL, original, originals);
    var right = new Segmentation(Side.TRANSLATION, translation, translations);
    if (!left.isDivided() && !right.isDivided()) {
      return pairings;
    }
    var scores = new LinkScores(new PairScorer(left.segments, right.segments, reader), true);
    double[] priors = Bead.logPriors(omission);
    var refined = new ArrayList<Pairing>();
    for (int from = 0; from < pairings.size(); ) {
      boolean isAgain = inDoubt.get(from);
      int next = isAgain ? inDoubt.nextClearBit(from) : inDoubt.nextSetBit(from);
      int to = next < 0 ? pairings.size() : next;
      List<Pairing> part = pairings.subList(from, to);
      var a = new Span(part.getFirst().original().from(), part.getLast().original().to());
      var b = new Span(part.getFirst().translation().from(), part.getLast().translation().to());
      long cells = (long) left.segments(a).size() * right.segments(b).size();
      refined.addAll(
          isAgain && cells <= LARGEST_GRID
              ? new SegmentLattice(left, right, blockScores, scores, priors, a, b)
                  .links()
                  .best(part)
              : part);
      from = to;
    }
    return refined;
  }

  private static boolean isInDoubt(Pairing pairing) {
    boolean isPair = pairing.original().size() == 1 && pairing.translation().size() == 1;
    return !isPair || pairing.confidence() < SURE;
  }
}
