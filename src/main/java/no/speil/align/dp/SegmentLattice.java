package no.speil.align.dp;

import no.speil.align.dp.BestPath.StepSink;
import no.speil.align.dp.Pairing.Span;

/**
 * All ways to align a part of two texts by whole blocks and by segments of blocks: a segment can
 * have its counterpart in another block than the segment beside it, or none at all.
 *
 * @param blockScores of whole blocks
 * @param scores of the segments
 * @param priors of the kinds of steps
 * @param original the part's blocks
 * @param translation the blocks that they belong to, if to any
 */
@SuppressWarnings("ArrayRecordComponent") // never compared nor changed
record SegmentLattice(
    Segmentation left,
    Segmentation right,
    LinkScores blockScores,
    LinkScores scores,
    double[] priors,
    Span original,
    Span translation) {
  /**
   * Scores are multiplied by it before they are summed. Features depend on each other, so the many
   * ways that are a little worse than the best one would weigh too much (Kumar and Byrne 2004).
   */
  private static final double SCALE = 2;

  LinkProbabilities links() {
    Span rows = left.segments(original);
    Span columns = right.segments(translation);
    var band = SearchBand.whole(rows.size(), columns.size());
    var sums = new ForwardBackward(band, rows.from(), columns.from(), this::steps);
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
                sums.probability(fromI, fromJ, score, i, j)));
  }

  private void steps(int i, int j, StepSink sink) {
    if (left.isStart(i) && right.isStart(j)) {
      blockSteps(left.block(i), right.block(j), sink);
    }
    int firstI = left.start(original.from());
    Span columns = right.segments(translation);
    LinkScores.Row row = scores.row(i, columns.from(), columns.to());
    for (int b = 0; b < priors.length; b++) {
      int fromI = i - Bead.VALUES.get(b).original;
      int fromJ = j - Bead.VALUES.get(b).translation;
      if (fromI >= firstI && fromJ >= columns.from() && !isOfWholeBlocks(fromI, i, fromJ, j)) {
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
