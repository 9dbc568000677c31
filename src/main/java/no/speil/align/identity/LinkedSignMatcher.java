package no.speil.align.identity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import no.speil.corpus.BlockFingerprint;
import no.speil.corpus.TextHash;

/**
 * Recognises thematic breaks and other signs that say little where a person has linked them and
 * they stand elsewhere, as in pairs that cross others: if as many of a kind are left as are missed,
 * they are the same.
 */
final class LinkedSignMatcher {
  private final List<BlockFingerprint> recorded;
  private final List<CurrentBlock> currentBlock;
  private final BlockMatches blockMatches;

  LinkedSignMatcher(
      List<BlockFingerprint> recorded, List<CurrentBlock> currentBlock, BlockMatches blockMatches) {
    this.recorded = recorded;
    this.currentBlock = currentBlock;
    this.blockMatches = blockMatches;
  }

  /**
   * To be called when all that can be known by itself is.
   *
   * @param linked whether a person has linked the recorded block of that place
   */
  void recognise(IntPredicate linked) {
    Map<TextHash, List<Integer>> left = new HashMap<>();
    for (int j = 0; j < currentBlock.size(); j++) {
      if (!blockMatches.isKnown(j)) {
        left.computeIfAbsent(currentBlock.get(j).hash(), h -> new ArrayList<>()).add(j);
      }
    }
    Map<TextHash, List<Integer>> missed = new HashMap<>();
    for (int i = 0; i < recorded.size(); i++) {
      if (!blockMatches.hasHeir(i)) {
        missed.computeIfAbsent(recorded.get(i).hash(), h -> new ArrayList<>()).add(i);
      }
    }
    missed.forEach((hash, homes) -> match(homes, left.getOrDefault(hash, List.of()), linked));
  }

  private void match(List<Integer> homes, List<Integer> places, IntPredicate linked) {
    if (homes.size() == places.size()) {
      IntStream.range(0, homes.size())
          .filter(k -> linked.test(homes.get(k)))
          .forEach(k -> blockMatches.match(homes.get(k), places.get(k)));
    }
  }
}
