package no.speil.align.identity;

import java.util.List;
import java.util.stream.Collectors;
import no.speil.align.dp.KindCompatibility;
import no.speil.corpus.BlockFingerprint;
import no.speil.corpus.BlockKind;
import no.speil.corpus.Sketch;

/**
 * How similar blocks are, by their sketches: 0 if one cannot be an edited form of the other, else 0
 * to 1. The thresholds are measured by {@code IdentityFigures}.
 */
final class BlockSimilarity {
  /** Between matched neighbours. */
  static final double IN_PLACE = 0.3;

  /**
   * Between matched neighbours where one block is lost and one of the same kind is new: texts of
   * few words hold few 4-grams, and one changed word takes most of them away.
   */
  static final double ALONE_IN_PLACE = 0.2;

  /** Of another kind, such as a paragraph that became an item. */
  static final double OTHER_KIND = 0.45;

  /** Of joined parts: a split or a merge. */
  static final double JOINED = 0.6;

  /** How much more similar the joined parts must be than the most similar part alone. */
  private static final double GAIN = 0.1;

  private static final double LEAST_PART = 0.08;
  private static final double LEAST_MERGED = 0.15;

  private BlockSimilarity() {}

  /**
   * Whether the current block is the recorded one after an edit.
   *
   * @param alone whether they are the only unmatched blocks in this place
   */
  static double edited(BlockFingerprint recorded, CurrentBlock current, boolean alone) {
    BlockKind kind = current.block().kind();
    if (!KindCompatibility.canBecome(recorded.kind(), kind)) {
      return 0;
    }
    double similarity = recorded.sketch().similarity(current.sketch());
    double threshold = recorded.kind() != kind ? OTHER_KIND : alone ? ALONE_IN_PLACE : IN_PLACE;
    return similarity >= threshold ? similarity : 0;
  }

  /** Whether the recorded block's text was split into the current ones. */
  static double split(BlockFingerprint recorded, List<CurrentBlock> parts) {
    double highest = 0;
    for (CurrentBlock part : parts) {
      double similarity = recorded.sketch().similarity(part.sketch());
      if (!KindCompatibility.isRunning(part.block().kind())
          || !KindCompatibility.isRunning(recorded.kind())
          || similarity < LEAST_PART) {
        return 0;
      }
      highest = Math.max(highest, similarity);
    }
    String joined =
        parts.stream().map(part -> part.block().normalized()).collect(Collectors.joining(" "));
    return ifEnough(recorded.sketch().similarity(Sketch.of(joined)), highest);
  }

  /** Whether the recorded blocks' texts were merged into the current one. */
  static double merged(List<BlockFingerprint> parts, CurrentBlock current) {
    double highest = 0;
    for (BlockFingerprint part : parts) {
      double similarity = part.sketch().similarity(current.sketch());
      if (!KindCompatibility.isRunning(part.kind())
          || !KindCompatibility.isRunning(current.block().kind())
          || similarity < LEAST_MERGED) {
        return 0;
      }
      highest = Math.max(highest, similarity);
    }
    Sketch[] sketches = parts.stream().map(BlockFingerprint::sketch).toArray(Sketch[]::new);
    return ifEnough(current.sketch().similarity(sketches), highest);
  }

  private static double ifEnough(double joined, double highestPart) {
    return joined >= JOINED && joined >= highestPart + GAIN ? joined : 0;
  }
}
