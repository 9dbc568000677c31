package no.speil.align.identity;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
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

  private final Side side;
  private final List<BlockFingerprint> recorded;
  private final int[] sections;
  private final List<CurrentBlock> current;
  private final int[] recordedOf;
  private final boolean[] laterPart;
  private final int[] currentOf;

  /**
   * @param layouts recorded sections without titles, in the document's order
   * @param current without the title
   */
  BlockMatches(Side side, List<SectionLayout> layouts, List<CurrentBlock> current) {
    this.side = side;
    this.recorded = layouts.stream().flatMap(layout -> layout.side(side).stream()).toList();
    this.sections =
        IntStream.range(0, layouts.size())
            .flatMap(s -> layouts.get(s).side(side).stream().mapToInt(block -> s))
            .toArray();
    this.current = current;
    this.recordedOf = new int[current.size()];
    this.laterPart = new boolean[current.size()];
    this.currentOf = new int[recorded.size()];
    Arrays.fill(recordedOf, NONE);
    Arrays.fill(currentOf, NONE);
  }

  Side side() {
    return side;
  }

  List<BlockFingerprint> recorded() {
    return recorded;
  }

  List<CurrentBlock> current() {
    return current;
  }

  /** Whether no recorded block is known for the current one. */
  boolean isNew(int currentBlock) {
    return recordedOf[currentBlock] == NONE;
  }

  /** Whether no current block is known to hold the recorded one's text. */
  boolean isLost(int recordedBlock) {
    return currentOf[recordedBlock] == NONE;
  }

  /** The recorded block whose text the current one holds; -1 if it is new. */
  int recordedOf(int currentBlock) {
    return recordedOf[currentBlock];
  }

  /** The current block that holds the recorded one's text or its first part; -1 if it is lost. */
  int currentOf(int recordedBlock) {
    return currentOf[recordedBlock];
  }

  /** Whether the current block is a part of a split block, but not its first. */
  boolean isLaterPart(int currentBlock) {
    return laterPart[currentBlock];
  }

  /** The number of the recorded section that held the recorded block. */
  int sectionOfRecorded(int recordedBlock) {
    return sections[recordedBlock];
  }

  /** The number of the recorded section whose text the current block, which is not new, holds. */
  int sectionOfCurrent(int currentBlock) {
    return sections[recordedOf[currentBlock]];
  }

  void match(int recordedBlock, int currentBlock) {
    recordedOf[currentBlock] = recordedBlock;
    currentOf[recordedBlock] = currentBlock;
  }

  /** Matches consecutive current blocks with the recorded one that was split into them. */
  void matchSplit(int recordedBlock, int first, int count) {
    match(recordedBlock, first);
    for (int part = first + 1; part < first + count; part++) {
      recordedOf[part] = recordedBlock;
      laterPart[part] = true;
    }
  }

  /** Matches one more recorded block with a current one that several were merged into. */
  void matchMerged(int recordedBlock, int currentBlock) {
    currentOf[recordedBlock] = currentBlock;
  }

  /** The recorded blocks that are lost, by their text, in order. */
  Map<TextHash, Deque<Integer>> lostByText() {
    Map<TextHash, Deque<Integer>> lost = new HashMap<>();
    for (int i = 0; i < recorded.size(); i++) {
      if (isLost(i)) {
        lost.computeIfAbsent(recorded.get(i).hash(), hash -> new ArrayDeque<>()).add(i);
      }
    }
    return lost;
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
