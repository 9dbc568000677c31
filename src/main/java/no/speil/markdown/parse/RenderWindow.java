package no.speil.markdown.parse;

import java.util.List;
import no.speil.corpus.Block;
import no.speil.corpus.BlockKind;

/**
 * The part of a long file that some blocks need to be rendered as in the whole file: from the first
 * of them to the last with whole lists, and the definitions that the text may refer to. The rest is
 * made blank, so that offsets stay the same.
 */
final class RenderWindow {
  private RenderWindow() {}

  /**
   * The text with everything outside the window blank.
   *
   * @param all the blocks of the file, the title first
   * @param shown some of them, in order
   */
  static String around(String source, List<Block> all, List<Block> shown) {
    char[] seen = " ".repeat(source.length()).toCharArray();
    List<Block> body = all.subList(1, all.size());
    boolean isTitled = shown.size() > 1 && shown.getFirst().kind() == BlockKind.TITLE;
    int first = body.indexOf(shown.get(isTitled ? 1 : 0));
    int last = body.indexOf(shown.getLast());
    // Item numbers depend on the first item of a list, spacing on all.
    while (isItem(body, first) && isItem(body, first - 1)) {
      first--;
    }
    while (isItem(body, last) && isItem(body, last + 1)) {
      last++;
    }
    if (first >= 0 && last >= first) {
      open(body.get(first), body.get(last), source, seen);
    }
    for (Block block : body) {
      if (block.kind() == BlockKind.DEFINITIONS || block.kind() == BlockKind.FOOTNOTE) {
        open(block, block, source, seen);
      }
    }
    return new String(seen);
  }

  private static boolean isItem(List<Block> body, int at) {
    return at >= 0 && at < body.size() && body.get(at).kind() == BlockKind.ITEM;
  }

  private static void open(Block from, Block to, String source, char[] seen) {
    int start = LineBreaks.startOf(source, from.source().start());
    int end = LineBreaks.endOf(source, to.source().end());
    source.getChars(start, end, seen, start);
    if (start > 0) {
      seen[start - 1] = '\n';
    }
    if (end < seen.length) {
      seen[end] = '\n';
    }
  }
}
