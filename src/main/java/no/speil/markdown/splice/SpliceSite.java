package no.speil.markdown.splice;

import java.util.List;
import java.util.stream.IntStream;
import no.speil.corpus.Block;
import no.speil.corpus.BlockKind;
import no.speil.markdown.parse.BlockSpan;
import no.speil.markdown.parse.LineBreaks;
import no.speil.markdown.parse.ParsedBody;

/**
 * The place in a file to be changed: the blocks from {@code first} (inclusive) to {@code last}
 * (exclusive).
 */
record SpliceSite(ParsedBody parsed, int first, int last) {

  /** The place of a run of at least one block. */
  static SpliceSite of(ParsedBody parsed, List<Block> run) {
    List<BlockSpan> spans = parsed.spans();
    int start = run.getFirst().source().start();
    int first = spans.stream().map(BlockSpan::start).toList().indexOf(start);
    int last = first + run.size();
    List<String> wanted = run.stream().map(Block::markdown).toList();
    if (first < 0
        || last > spans.size()
        || !spans.subList(first, last).stream().map(parsed::markdown).toList().equals(wanted)) {
      throw new IllegalArgumentException(
          "no such blocks in the source: " + run.getFirst().source());
    }
    return new SpliceSite(parsed, first, last);
  }

  /** Whether no empty line separates these items from each other and from their neighbour. */
  boolean isTight(List<BlockSpan> items) {
    int next = parsed.spans().indexOf(items.getLast()) + 1;
    int from = parsed.spans().indexOf(items.getFirst());
    for (int i = Math.max(1, from); i <= Math.min(next, parsed.spans().size() - 1); i++) {
      BlockSpan one = parsed.spans().get(i - 1);
      BlockSpan other = parsed.spans().get(i);
      boolean siblings =
          one.node() != null
              && other.node() != null
              && other.kind() == BlockKind.ITEM
              && one.node().equals(other.node().getPrevious());
      if (siblings && LineBreaks.count(parsed.source(), one.end(), other.start()) > 1) {
        return false;
      }
    }
    return true;
  }

  /** Whether a changed text has the same front matter and the same blocks outside this place. */
  boolean isKept(String changed) {
    ParsedBody other = ParsedBody.of(changed);
    int behind = parsed.spans().size() - last;
    int shift = other.spans().size() - parsed.spans().size();
    if (other.isPlain() != parsed.isPlain()
        || other.spans().size() < first + behind
        || !head(other).equals(head(parsed))) {
      return false;
    }
    return IntStream.range(0, parsed.spans().size())
            .filter(i -> i < first || i >= last)
            .allMatch(i -> isSame(i, other, i < first ? i : i + shift))
        && keepsLists(other, shift);
  }

  private static String head(ParsedBody parsed) {
    return parsed.source().substring(0, parsed.body()).strip();
  }

  private boolean isSame(int index, ParsedBody other, int otherIndex) {
    BlockSpan mine = parsed.spans().get(index);
    BlockSpan theirs = other.spans().get(otherIndex);
    return mine.kind() == theirs.kind()
        && mine.level() == theirs.level()
        && parsed.markdown(mine).equals(other.markdown(theirs));
  }

  /** Whether two lists around the place stay two. */
  private boolean keepsLists(ParsedBody other, int shift) {
    if (last >= parsed.spans().size()
        || hasItem(parsed, first, last)
        || hasItem(other, first, last + shift)) {
      return true;
    }
    return ParsedBody.opensList(parsed.spans().get(last))
        == ParsedBody.opensList(other.spans().get(last + shift));
  }

  private static boolean hasItem(ParsedBody parsed, int from, int to) {
    return parsed.spans().subList(from, to).stream()
        .anyMatch(span -> span.kind() == BlockKind.ITEM);
  }
}
