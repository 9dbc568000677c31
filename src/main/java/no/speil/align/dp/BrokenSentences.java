package no.speil.align.dp;

import java.util.List;
import no.speil.corpus.Block;
import no.speil.corpus.BlockKind;

/**
 * Paragraphs that end in the middle of a sentence that goes on in the next paragraph, as line and
 * page breaks leave them. List items end without a full stop for other reasons, so they do not
 * count.
 */
final class BrokenSentences {
  /** Log of how much more likely such halves belong to one pair. */
  private static final double TOGETHER = 4;

  private final boolean[] goesOn;

  BrokenSentences(List<Block> side) {
    goesOn = new boolean[side.size()];
    for (int k = 0; k + 1 < goesOn.length; k++) {
      goesOn[k] = breaksOff(side.get(k)) && continues(side.get(k + 1));
    }
  }

  /** The evidence for a run of blocks: a bonus for each broken sentence that it joins. */
  double evidence(int from, int count) {
    double sum = 0;
    for (int k = from; k + 1 < from + count; k++) {
      sum += goesOn[k] ? TOGETHER : 0;
    }
    return sum;
  }

  private static boolean breaksOff(Block block) {
    String words = block.text();
    if (block.kind() != BlockKind.PARAGRAPH || words.isEmpty()) {
      return false;
    }
    int last = words.codePointBefore(words.length()); // the clauses of a law end in commas
    return Character.isLetterOrDigit(last);
  }

  private static boolean continues(Block block) {
    String words = block.text();
    return block.kind() == BlockKind.PARAGRAPH
        && !words.isEmpty()
        && Character.isLowerCase(words.codePointAt(0));
  }
}
