package no.speil.align.identity;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import no.speil.align.dp.KindCompatibility;
import no.speil.corpus.BlockFingerprint;

/** Matches blocks that were both moved and edited, by high similarity without a rival. */
final class MovedBlockMatcher {
  private static final double LEAST_SIMILARITY = 0.6;

  /** How much more similar a pair must be than any other pair of either block. */
  private static final double MARGIN = 0.1;

  /** In characters. Shorter texts resemble each other too easily. */
  private static final int LEAST_LENGTH = 40;

  /** Where more than so many would have to be compared, the text is another. */
  private static final int MOST_COMPARISONS = 1_000_000;

  private MovedBlockMatcher() {}

  static void match(BlockMatches matches) {
    List<Pair> pairs = pairs(matches);
    Map<Integer, Double> rivalOfRecorded = secondHighest(pairs, Pair::recorded);
    Map<Integer, Double> rivalOfCurrent = secondHighest(pairs, Pair::current);
    for (Pair pair : pairs) {
      double rival =
          Math.max(
              rivalOfRecorded.getOrDefault(pair.recorded, 0.0),
              rivalOfCurrent.getOrDefault(pair.current, 0.0));
      if (pair.similarity >= LEAST_SIMILARITY
          && pair.similarity >= rival + MARGIN
          && matches.isNew(pair.current)
          && matches.isLost(pair.recorded)) {
        matches.match(pair.recorded, pair.current);
      }
    }
  }

  /** The second highest similarity of each block with several pairs; pairs come highest first. */
  private static Map<Integer, Double> secondHighest(List<Pair> pairs, ToIntFunction<Pair> block) {
    Set<Integer> seen = new HashSet<>();
    Map<Integer, Double> second = new HashMap<>();
    for (Pair pair : pairs) {
      if (!seen.add(block.applyAsInt(pair))) {
        second.putIfAbsent(block.applyAsInt(pair), pair.similarity);
      }
    }
    return second;
  }

  /** The pairs that can be one, or a rival of one, the most similar first. */
  private static List<Pair> pairs(BlockMatches matches) {
    List<Integer> lost =
        matches.lost.stream()
            .filter(i -> KindCompatibility.isProse(matches.recorded.get(i).kind()))
            .boxed()
            .toList();
    List<Integer> added =
        matches.added.stream()
            .filter(j -> matches.current.get(j).block().markdown().length() >= LEAST_LENGTH)
            .boxed()
            .toList();
    if ((long) lost.size() * added.size() > MOST_COMPARISONS) {
      return List.of();
    }
    return added.stream()
        .flatMap(j -> lost.stream().map(i -> pair(i, j, matches)))
        .filter(pair -> pair.similarity >= LEAST_SIMILARITY - MARGIN)
        .sorted(
            Comparator.comparingDouble(Pair::similarity)
                .reversed()
                .thenComparingInt(Pair::recorded)
                .thenComparingInt(Pair::current))
        .toList();
  }

  private static Pair pair(int i, int j, BlockMatches matches) {
    BlockFingerprint before = matches.recorded.get(i);
    CurrentBlock now = matches.current.get(j);
    boolean isPossible = KindCompatibility.canBecome(before.kind(), now.block().kind());
    return new Pair(i, j, isPossible ? before.sketch().similarity(now.sketch()) : 0);
  }

  private record Pair(int recorded, int current, double similarity) {}
}
