package no.speil.align.dp;

import no.speil.align.dp.ForwardBackward.StepSink;
import no.speil.align.dp.Pairing.Span;

/**
 * All ways to align a part of two texts by whole blocks and by segments of blocks: a segment can
 * have its counterpart in another block than the segment beside it, or none at all.
 */
final class SegmentLattice {
  /**
   * Scores are multiplied by it before they are summed. Features depend on each other, so the many
   * ways that are a little worse than the best one would weigh too much (Kumar and Byrne 2004).
   */
  private static final double SCALE = 2;

  private final Segmentation left;
  private final Segmentation right;
  private final LinkScores blockScores;
  private final LinkScores scores;
  private final Span original;
  private final Span translation;
  private final Span rows;
  private final Span columns;
  private final double[] priors;

  /**
   * @param blockScores of whole blocks
   * @param scores of the segments
   * @param omission the share of steps that leave something out
   * @param original the part's blocks
   * @param translation the blocks that they belong to, if to any
   */
  SegmentLattice(
      Segmentation left,
      Segmentation right,
      LinkScores blockScores,
      LinkScores scores,
      double omission,
      Span original,
      Span translation) {
    this.left = left;
    this.right = right;
    this.blockScores = blockScores;
    this.scores = scores;
    this.original = original;
    this.translation = translation;
    this.rows = left.segments(original);
    this.columns = right.segments(translation);
    this.priors = Bead.logPriors(omission);
  }

  LinkProbabilities links() {
    var sums =
        new ForwardBackward(
            SearchBand.whole(rows.size(), columns.size()),
            (i, j, sink) ->
                steps(
                    rows.from() + i,
                    columns.from() + j,
                    (fromI, fromJ, score) ->
                        sink.step(fromI - rows.from(), fromJ - columns.from(), score)));
    var links = new LinkProbabilities(original, translation);
    for (int i = rows.to(); i >= rows.from(); i--) {
      for (int j = columns.to(); j >= columns.from(); j--) {
        addLinks(i, j, sums, links);
      }
    }
    return links;
  }

  /** Adds the links of each step into a cell. */
  private void addLinks(int i, int j, ForwardBackward sums, LinkProbabilities links) {
    steps(
        i,
        j,
        (fromI, fromJ, score) ->
            links.add(
                left.blocks(fromI, i),
                right.blocks(fromJ, j),
                sums.probability(
                    fromI - rows.from(),
                    fromJ - columns.from(),
                    score,
                    i - rows.from(),
                    j - columns.from())));
  }

  private void steps(int i, int j, StepSink sink) {
    if (left.isStart(i) && right.isStart(j)) {
      blockSteps(left.block(i), right.block(j), sink);
    }
    LinkScores.Row row = scores.row(i, columns.from(), columns.to());
    for (int b = 0; b < priors.length; b++) {
      int fromI = i - Bead.VALUES.get(b).original;
      int fromJ = j - Bead.VALUES.get(b).translation;
      if (fromI >= rows.from() && fromJ >= columns.from() && !isOfWholeBlocks(fromI, i, fromJ, j)) {
        sink.step(fromI, fromJ, SCALE * (priors[b] + row.score(b, j)));
      }
    }
  }

  private void blockSteps(int i, int j, StepSink sink) {
    LinkScores.Row row = blockScores.row(i, translation.from(), translation.to());
    for (int b = 0; b < priors.length; b++) {
      int fromI = i - Bead.VALUES.get(b).original;
      int fromJ = j - Bead.VALUES.get(b).translation;
      if (fromI >= original.from() && fromJ >= translation.from()) {
        double score = SCALE * (priors[b] + row.score(b, j));
        sink.step(left.start(fromI), right.start(fromJ), score);
      }
    }
  }

  /** Whether a step by segments is one by blocks as well. */
  private boolean isOfWholeBlocks(int fromI, int toI, int fromJ, int toJ) {
    return left.isStart(fromI)
        && right.isStart(fromJ)
        && !left.hasParts(fromI, toI)
        && !right.hasParts(fromJ, toJ);
  }
}
