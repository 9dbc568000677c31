package no.speil.align.identity;

import java.util.List;
import java.util.stream.Collectors;
import no.speil.align.dp.KindCompatibility;
import no.speil.corpus.BlockFingerprint;
import no.speil.corpus.BlockKind;
import no.speil.corpus.Sketch;

/**
 * Whether a found block is an edited form of a recorded one, by their sketches, and how strongly: 0
 * for no. The thresholds are measured by {@code IdentityFigures}.
 */
final class BlockSimilarity {
  /** Between recognised neighbours. */
  static final double IN_PLACE = 0.3;

  /**
   * Between recognised neighbours where one block is lost and one of the same kind is new: texts of
   * few words hold few 4-grams, and one changed word takes most of them away.
   */
  static final double ALONE_IN_PLACE = 0.2;

  /** Of another kind, such as a paragraph that became an item. */
  static final double OTHER_KIND = 0.45;

  /** Of parts put together: a split or a merge. */
  static final double PUT_TOGETHER = 0.6;

  /** What putting together must explain more than the likest part alone. */
  private static final double GAIN = 0.1;

  private static final double LEAST_PART = 0.08;
  private static final double LEAST_MERGED = 0.15;

  /**
   * Whether the found block is the recorded one after an edit.
   *
   * @param alone whether they are the only ones in question at this place
   */
  double edited(BlockFingerprint recorded, CurrentBlock currentBlock, boolean alone) {
    BlockKind kind = currentBlock.block().kind();
    if (!KindCompatibility.canBecome(recorded.kind(), kind)) {
      return 0;
    }
    double similarity = recorded.sketch().similarity(currentBlock.sketch());
    double wanted = recorded.kind() != kind ? OTHER_KIND : alone ? ALONE_IN_PLACE : IN_PLACE;
    return similarity >= wanted ? similarity : 0;
  }

  /** Whether the recorded block's text is spread over the found ones. */
  double split(BlockFingerprint recorded, List<CurrentBlock> parts) {
    double likest = 0;
    for (CurrentBlock part : parts) {
      double similarity = recorded.sketch().similarity(part.sketch());
      if (!KindCompatibility.isRunning(part.block().kind())
          || !KindCompatibility.isRunning(recorded.kind())
          || similarity < LEAST_PART) {
        return 0;
      }
      likest = Math.max(likest, similarity);
    }
    String joined =
        parts.stream().map(part -> part.block().normalized()).collect(Collectors.joining(" "));
    return enough(recorded.sketch().similarity(Sketch.of(joined)), likest);
  }

  /** Whether the found block holds the texts of the recorded ones. */
  double merged(List<BlockFingerprint> parts, CurrentBlock currentBlock) {
    double likest = 0;
    for (BlockFingerprint part : parts) {
      double similarity = part.sketch().similarity(currentBlock.sketch());
      if (!KindCompatibility.isRunning(part.kind())
          || !KindCompatibility.isRunning(currentBlock.block().kind())
          || similarity < LEAST_MERGED) {
        return 0;
      }
      likest = Math.max(likest, similarity);
    }
    List<Sketch> sketches = parts.stream().map(BlockFingerprint::sketch).toList();
    return enough(currentBlock.sketch().similarityToJoined(sketches), likest);
  }

  private static double enough(double together, double likest) {
    return together >= PUT_TOGETHER && together >= likest + GAIN ? together : 0;
  }
}
