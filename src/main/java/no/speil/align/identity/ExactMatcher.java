package no.speil.align.identity;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.speil.align.dp.IncreasingSubsequence;
import no.speil.corpus.BlockFingerprint;
import no.speil.corpus.TextHash;

/**
 * Recognises blocks whose text is unchanged: those that occur once first, in place or moved
 * (patience difference, Cohen), then their neighbours, then what occurs several times, in order.
 */
final class ExactMatcher {
  /** A shortcode as long as this names what it shows. */
  private static final int TELLING = 30;

  private final List<BlockFingerprint> recorded;
  private final List<CurrentBlock> currentBlock;
  private final BlockMatches blockMatches;

  ExactMatcher(
      List<BlockFingerprint> recorded, List<CurrentBlock> currentBlock, BlockMatches blockMatches) {
    this.recorded = recorded;
    this.currentBlock = currentBlock;
    this.blockMatches = blockMatches;
  }

  void recognise() {
    int start = 0;
    while (start < Math.min(recorded.size(), currentBlock.size()) && tryMatch(start, start)) {
      start++;
    }
    int i = recorded.size() - 1;
    int j = currentBlock.size() - 1;
    while (i >= start && j >= start && tryMatch(i, j)) {
      i--;
      j--;
    }
    if (start > i || start > j) {
      return;
    }
    matchUnique(start, i + 1, j + 1);
    matchRepeated(true);
    matchRepeated(false);
  }

  private boolean tryMatch(int i, int j) {
    boolean free = !blockMatches.hasHeir(i) && !blockMatches.isKnown(j);
    if (free && recorded.get(i).hash().equals(currentBlock.get(j).hash())) {
      blockMatches.match(i, j);
      return true;
    }
    return false;
  }

  private void matchUnique(int from, int recordedTo, int foundTo) {
    Map<TextHash, Integer> places = new HashMap<>();
    for (int i = from; i < recordedTo; i++) {
      places.merge(recorded.get(i).hash(), i, (a, b) -> -1);
    }
    Map<TextHash, Integer> counts = new HashMap<>();
    for (int j = from; j < foundTo; j++) {
      counts.merge(currentBlock.get(j).hash(), 1, Integer::sum);
    }
    int[] pairs = new int[currentBlock.size()];
    Arrays.fill(pairs, -1);
    for (int j = from; j < foundTo; j++) {
      TextHash hash = currentBlock.get(j).hash();
      if (counts.getOrDefault(hash, 0) == 1) {
        pairs[j] = places.getOrDefault(hash, -1);
      }
    }
    for (int j : IncreasingSubsequence.longest(pairs)) {
      tryMatch(pairs[j], j);
    }
    extendAll();
    for (int j = from; j < foundTo; j++) {
      if (pairs[j] >= 0 && moves(currentBlock.get(j))) {
        tryMatch(pairs[j], j);
      }
    }
    extendAll();
  }

  /** Equal neighbours of what is recognised are the same text, however often it occurs. */
  private void extendAll() {
    for (int j = 0; j + 1 < currentBlock.size(); j++) {
      if (blockMatches.isKnown(j) && blockMatches.home(j) + 1 < recorded.size()) {
        tryMatch(blockMatches.home(j) + 1, j + 1);
      }
    }
    for (int j = currentBlock.size() - 1; j > 0; j--) {
      if (blockMatches.isKnown(j) && blockMatches.home(j) > 0) {
        tryMatch(blockMatches.home(j) - 1, j - 1);
      }
    }
  }

  /**
   * What is left occurs several times.
   *
   * @param inOrder only between the recorded places of the recognised neighbours
   */
  private void matchRepeated(boolean inOrder) {
    Map<TextHash, Deque<Integer>> free = new HashMap<>();
    for (int i = 0; i < recorded.size(); i++) {
      if (!blockMatches.hasHeir(i)) {
        free.computeIfAbsent(recorded.get(i).hash(), h -> new ArrayDeque<>()).add(i);
      }
    }
    if (free.isEmpty()) {
      return;
    }
    int[] next = nextHomes();
    int previous = -1;
    for (int j = 0; j < currentBlock.size(); j++) {
      if (blockMatches.isKnown(j)) {
        previous = blockMatches.home(j);
        continue;
      }
      Deque<Integer> places = free.get(currentBlock.get(j).hash());
      while (places != null && inOrder && !places.isEmpty() && places.peek() < previous) {
        places.poll();
      }
      if (places == null || places.isEmpty()) {
        continue;
      }
      boolean fits = inOrder ? places.element() < next[j] : moves(currentBlock.get(j));
      if (fits && tryMatch(places.element(), j)) {
        previous = places.remove();
      }
    }
  }

  private int[] nextHomes() {
    int[] next = new int[currentBlock.size()];
    int following = recorded.size();
    for (int j = currentBlock.size() - 1; j >= 0; j--) {
      if (blockMatches.isKnown(j)) {
        following = blockMatches.home(j);
      }
      next[j] = following;
    }
    return next;
  }

  /** Signs that say little and stand elsewhere are others, not the same ones moved. */
  private static boolean moves(CurrentBlock block) {
    return switch (block.block().kind()) {
      case RULE -> false;
      case SHORTCODE -> block.block().markdown().length() >= TELLING;
      default -> true;
    };
  }
}
