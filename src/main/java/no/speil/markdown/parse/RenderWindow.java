package no.speil.markdown.parse;

import java.util.List;
import java.util.Set;
import no.speil.corpus.Block;
import no.speil.corpus.BlockKind;

/**
 * The part of a long file that some blocks need to be rendered as in the whole file: from the first
 * of them to the last with whole lists, and the definitions that the text may refer to. The rest is
 * made blank, so that offsets stay the same.
 */
final class RenderWindow {
  private static final Set<BlockKind> REFERRED_TO =
      Set.of(BlockKind.DEFINITIONS, BlockKind.FOOTNOTE);

  private final String source;
  private final char[] seen;

  private RenderWindow(String source) {
    this.source = source;
    this.seen = " ".repeat(source.length()).toCharArray();
  }

  /**
   * The text with everything outside the window blank.
   *
   * @param all the blocks of the file, the title first
   * @param shown some of them, in order
   */
  static String around(String source, List<Block> all, List<Block> shown) {
    var window = new RenderWindow(source);
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
      window.open(body.get(first), body.get(last));
    }
    for (Block block : body) {
      if (REFERRED_TO.contains(block.kind())) {
        window.open(block, block);
      }
    }
    return new String(window.seen);
  }

  private static boolean isItem(List<Block> body, int at) {
    return at >= 0 && at < body.size() && body.get(at).kind() == BlockKind.ITEM;
  }

  private void open(Block from, Block to) {
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
