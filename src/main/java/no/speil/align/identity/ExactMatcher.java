package no.speil.align.identity;

import java.util.Arrays;
import java.util.Deque;
import java.util.Map;
import no.speil.align.dp.IncreasingSubsequence;
import no.speil.corpus.BlockFingerprint;
import no.speil.corpus.TextHash;

/**
 * Matches blocks whose text is unchanged: first texts that occur once, in place or moved (patience
 * diff, Cohen), then their equal neighbours, then texts that occur several times, in order.
 */
record ExactMatcher(BlockMatches matches) {
  /** A shortcode of at least this length identifies what it shows, so it may have moved. */
  private static final int SHORTEST_MOVED_SHORTCODE = 30;

  void match() {
    int start = 0;
    while (start < Math.min(matches.recorded.size(), matches.current.size())
        && tryMatch(start, start)) {
      start++;
    }
    int i = matches.recorded.size() - 1;
    int j = matches.current.size() - 1;
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
    boolean free = matches.isLost(i) && matches.isNew(j);
    if (free && matches.recorded.get(i).hash().equals(matches.current.get(j).hash())) {
      matches.match(i, j);
      return true;
    }
    return false;
  }

  private void matchUnique(int from, int recordedTo, int currentTo) {
    Map<TextHash, Integer> before =
        BlockMatches.unique(matches.recorded.subList(from, recordedTo), BlockFingerprint::hash);
    Map<TextHash, Integer> now =
        BlockMatches.unique(matches.current.subList(from, currentTo), CurrentBlock::hash);
    now.keySet().retainAll(before.keySet());
    int[] pairs = new int[matches.current.size()];
    Arrays.fill(pairs, -1);
    now.forEach((hash, j) -> pairs[from + j] = from + before.getOrDefault(hash, 0));
    for (int j : IncreasingSubsequence.longest(pairs)) {
      tryMatch(pairs[j], j);
    }
    matchNeighbours();
    for (int j = from; j < currentTo; j++) {
      if (pairs[j] >= 0 && mayMove(matches.current.get(j))) {
        tryMatch(pairs[j], j);
      }
    }
    matchNeighbours();
  }

  /** Equal neighbours of matched blocks are the same text, however often it occurs. */
  private void matchNeighbours() {
    for (int j = 0; j + 1 < matches.current.size(); j++) {
      if (!matches.isNew(j) && matches.recordedOf[j] + 1 < matches.recorded.size()) {
        tryMatch(matches.recordedOf[j] + 1, j + 1);
      }
    }
    for (int j = matches.current.size() - 1; j > 0; j--) {
      if (!matches.isNew(j) && matches.recordedOf[j] > 0) {
        tryMatch(matches.recordedOf[j] - 1, j - 1);
      }
    }
  }

  /**
   * Matches the texts that are left, which occur several times.
   *
   * @param inOrder only between the recorded places of the matched neighbours
   */
  private void matchRepeated(boolean inOrder) {
    Map<TextHash, Deque<Integer>> lost = matches.lostByText();
    int previous = -1;
    for (int j = 0; j < matches.current.size(); j++) {
      if (!matches.isNew(j)) {
        previous = matches.recordedOf[j];
        continue;
      }
      Deque<Integer> places = lost.get(matches.current.get(j).hash());
      while (places != null && inOrder && !places.isEmpty() && places.peek() < previous) {
        places.poll();
      }
      if (places == null || places.isEmpty()) {
        continue;
      }
      boolean fits =
          inOrder ? places.element() < matches.recordedFrom(j) : mayMove(matches.current.get(j));
      if (fits && tryMatch(places.element(), j)) {
        previous = places.remove();
      }
    }
  }

  /** A rule or a short shortcode says too little: elsewhere it is another one, not a moved one. */
  private static boolean mayMove(CurrentBlock block) {
    return switch (block.block().kind()) {
      case RULE -> false;
      case SHORTCODE -> block.block().markdown().length() >= SHORTEST_MOVED_SHORTCODE;
      default -> true;
    };
  }
}
