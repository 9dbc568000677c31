package no.speil.align.dp;

import no.speil.corpus.Block;
import no.speil.corpus.BlockKind;

/** Which kinds of block can be translations of each other, or versions of the same block. */
public final class KindCompatibility {
  private static final double SAME = 0;
  private static final double OTHER_LEVEL = -1;
  private static final double OTHER_FORM = -2;
  private static final double HEADING_OR_NOT = -3;

  /** Log penalty of a pair that is impossible. */
  static final double NONE = Double.NEGATIVE_INFINITY;

  private KindCompatibility() {}

  /** Kinds of running text, whose blocks translators join and split. */
  public static boolean isRunning(BlockKind kind) {
    return switch (kind) {
      case PARAGRAPH, ITEM, QUOTATION, FOOTNOTE -> true;
      case TITLE, HEADING, TABLE, CODE, HTML, IMAGE, DEFINITIONS, SHORTCODE, RULE -> false;
    };
  }

  /** Kinds that consist of words. */
  public static boolean isProse(BlockKind kind) {
    return isRunning(kind) || kind == BlockKind.HEADING || kind == BlockKind.TITLE;
  }

  /** Whether a block of the one kind can become one of the other when it is edited. */
  public static boolean canBecome(BlockKind from, BlockKind to) {
    return from == to
        || (isProse(from) && isProse(to) && from != BlockKind.TITLE && to != BlockKind.TITLE);
  }

  /**
   * Log penalty for pairing blocks of different kinds, relative to equal kinds; {@link #NONE} if
   * impossible.
   */
  static double of(Block a, Block b) {
    if (a.kind() == b.kind()) {
      return a.level() == b.level() ? SAME : OTHER_LEVEL;
    }
    if (isRunning(a.kind()) && isRunning(b.kind())) {
      return OTHER_FORM;
    }
    return isProse(a.kind()) && isProse(b.kind()) ? HEADING_OR_NOT : NONE;
  }
}
