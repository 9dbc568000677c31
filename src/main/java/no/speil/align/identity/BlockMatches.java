package no.speil.align.identity;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.speil.corpus.BlockFingerprint;
import no.speil.corpus.SectionLayout;
import no.speil.corpus.Side;
import no.speil.corpus.TextHash;

/**
 * The recorded and the current blocks of one side, without the title, and which of them have been
 * matched so far. Both are named by their index. Of a recorded block that was split, all parts lead
 * to it, and it leads to the first; of recorded blocks that were merged, all lead to the merged
 * one, and that leads to the first.
 */
final class BlockMatches {
  private static final int NONE = -1;

  final Side side;
  final List<BlockFingerprint> recorded;

  /** The number of the recorded section that held each recorded block. */
  final int[] sectionOf;

  final List<CurrentBlock> current;

  /** The recorded block whose text each current one holds, unless this is new. */
  final int[] recordedOf;

  /**
   * The current block that holds each recorded one's text, or its first part, unless it is lost.
   */
  final int[] currentOf;

  /** The current blocks for which no recorded block is known so far. */
  final BitSet added = new BitSet();

  /** The recorded blocks whose text no current block is known to hold so far. */
  final BitSet lost = new BitSet();

  /** The current blocks that are a part of a split block, but not its first. */
  final BitSet laterParts = new BitSet();

  /**
   * @param layouts recorded sections without titles, in the document's order
   * @param current without the title
   */
  BlockMatches(Side side, List<SectionLayout> layouts, List<CurrentBlock> current) {
    this.side = side;
    this.recorded = layouts.stream().flatMap(layout -> layout.side(side).stream()).toList();
    this.sectionOf =
        IntStream.range(0, layouts.size())
            .flatMap(s -> layouts.get(s).side(side).stream().mapToInt(block -> s))
            .toArray();
    this.current = current;
    this.recordedOf = new int[current.size()];
    this.currentOf = new int[recorded.size()];
    added.set(0, current.size());
    lost.set(0, recorded.size());
  }

  boolean isNew(int currentBlock) {
    return added.get(currentBlock);
  }

  boolean isLost(int recordedBlock) {
    return lost.get(recordedBlock);
  }

  /** The recorded block of the first one from that on that is not new; else the number of all. */
  int recordedFrom(int currentBlock) {
    int next = added.nextClearBit(currentBlock);
    return next < current.size() ? recordedOf[next] : recorded.size();
  }

  /** The number of the recorded section whose text the current block, which is not new, holds. */
  int sectionOfCurrent(int currentBlock) {
    return sectionOf[recordedOf[currentBlock]];
  }

  void match(int recordedBlock, int currentBlock) {
    matchSplit(recordedBlock, currentBlock, 1);
  }

  /** Matches consecutive current blocks with the recorded one that was split into them. */
  void matchSplit(int recordedBlock, int first, int count) {
    Arrays.fill(recordedOf, first, first + count, recordedBlock);
    added.clear(first, first + count);
    laterParts.set(first + 1, first + count);
    matchMerged(recordedBlock, first);
  }

  /** Matches one more recorded block with a current one that several were merged into. */
  void matchMerged(int recordedBlock, int currentBlock) {
    currentOf[recordedBlock] = currentBlock;
    lost.clear(recordedBlock);
  }

  /** The recorded blocks that are lost, by their text, in order. */
  Map<TextHash, Deque<Integer>> lostByText() {
    return lost.stream()
        .boxed()
        .collect(
            Collectors.groupingBy(
                i -> recorded.get(i).hash(), Collectors.toCollection(ArrayDeque::new)));
  }

  /** Maps each value that exactly one of the blocks has to its index. */
  static <B, T> Map<T, Integer> unique(List<B> blocks, Function<B, T> value) {
    Map<T, Integer> places = new HashMap<>();
    int index = 0;
    for (B block : blocks) {
      places.merge(value.apply(block), index++, (one, other) -> NONE);
    }
    places.values().removeIf(each -> each == NONE);
    return places;
  }

  /** Spares unchanged blocks that are matched the computing of their sketches. */
  void reuseSketches() {
    for (int j = 0; j < current.size(); j++) {
      if (!isNew(j)) {
        current.get(j).reuseSketch(recorded.get(recordedOf[j]));
      }
    }
  }
}
