package no.speil.markdown.splice;

import java.util.List;
import no.speil.corpus.Block;
import no.speil.corpus.BlockKind;
import no.speil.markdown.parse.BlockSpan;
import no.speil.markdown.parse.LineBreaks;
import no.speil.markdown.parse.ParsedBody;

/**
 * The place in a file to be changed: the blocks from {@code first} (inclusive) to {@code last}
 * (exclusive).
 */
record SpliceSite(ParsedBody parsedBody, int first, int last) {

  /** The place of a run of blocks. */
  static SpliceSite of(ParsedBody parsedBody, List<Block> run) {
    if (run.isEmpty()) {
      throw new IllegalArgumentException("no blocks");
    }
    List<BlockSpan> blockSpans = parsedBody.blockSpans();
    int first = 0;
    while (first < blockSpans.size()
        && blockSpans.get(first).start() != run.getFirst().source().start()) {
      first++;
    }
    for (int i = 0; i < run.size(); i++) {
      if (first + i >= blockSpans.size()
          || !parsedBody.markdown(blockSpans.get(first + i)).equals(run.get(i).markdown())) {
        throw new IllegalArgumentException("no such block in the source: " + run.get(i).source());
      }
    }
    return new SpliceSite(parsedBody, first, first + run.size());
  }

  /** Whether no empty line separates these items from each other and from their neighbour. */
  boolean isTight(List<BlockSpan> items) {
    int next = parsedBody.blockSpans().indexOf(items.getLast()) + 1;
    int from = parsedBody.blockSpans().indexOf(items.getFirst());
    for (int i = Math.max(1, from); i <= Math.min(next, parsedBody.blockSpans().size() - 1); i++) {
      BlockSpan one = parsedBody.blockSpans().get(i - 1);
      BlockSpan other = parsedBody.blockSpans().get(i);
      boolean siblings =
          one.node() != null
              && other.node() != null
              && other.kind() == BlockKind.ITEM
              && one.node().equals(other.node().getPrevious());
      if (siblings && LineBreaks.count(parsedBody.source(), one.end(), other.start()) > 1) {
        return false;
      }
    }
    return true;
  }

  /** Whether a changed text has the same front matter and the same blocks outside this place. */
  boolean isKept(String changed) {
    ParsedBody other = ParsedBody.of(changed);
    int behind = parsedBody.blockSpans().size() - last;
    int shift = other.blockSpans().size() - parsedBody.blockSpans().size();
    if (other.isPlain() != parsedBody.isPlain()
        || other.blockSpans().size() < first + behind
        || !head(other).equals(head(parsedBody))) {
      return false;
    }
    for (int i = 0; i < first; i++) {
      if (!isSame(i, other, i)) {
        return false;
      }
    }
    for (int i = last; i < parsedBody.blockSpans().size(); i++) {
      if (!isSame(i, other, i + shift)) {
        return false;
      }
    }
    return keepsLists(other, shift);
  }

  private static String head(ParsedBody parsedBody) {
    return parsedBody.source().substring(0, parsedBody.body()).strip();
  }

  private boolean isSame(int index, ParsedBody other, int otherIndex) {
    BlockSpan mine = parsedBody.blockSpans().get(index);
    BlockSpan theirs = other.blockSpans().get(otherIndex);
    return mine.kind() == theirs.kind()
        && mine.level() == theirs.level()
        && parsedBody.markdown(mine).equals(other.markdown(theirs));
  }

  /** Whether two lists around the place stay two. */
  private boolean keepsLists(ParsedBody other, int shift) {
    if (last >= parsedBody.blockSpans().size()
        || hasItem(parsedBody, first, last)
        || hasItem(other, first, last + shift)) {
      return true;
    }
    return ParsedBody.opensList(parsedBody.blockSpans().get(last))
        == ParsedBody.opensList(other.blockSpans().get(last + shift));
  }

  private static boolean hasItem(ParsedBody parsedBody, int from, int to) {
    return parsedBody.blockSpans().subList(from, to).stream()
        .anyMatch(blockSpan -> blockSpan.kind() == BlockKind.ITEM);
  }
}
