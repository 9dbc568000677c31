package no.speil.align.identity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import no.speil.align.dp.KindCompatibility;
import no.speil.corpus.BlockFingerprint;
import no.speil.corpus.Sketch;

/**
 * Recognises blocks that were both moved and edited, by strong likeness without a rival. Candidates
 * share a stretch of their sketches (locality-sensitive hashing, Indyk and Motwani 1998).
 */
final class MovedBlockMatcher {
  private static final double ALIKE = 0.6;
  private static final double MARGIN = 0.1;

  /** Shorter texts resemble each other too easily. */
  private static final int LEAST_LENGTH = 40;

  /** Three hashes of the sketch. */
  private static final int STRETCH = 4;

  private static final int CROWD = 8;

  private final List<BlockFingerprint> recorded;
  private final List<CurrentBlock> currentBlock;
  private final BlockMatches blockMatches;

  MovedBlockMatcher(
      List<BlockFingerprint> recorded, List<CurrentBlock> currentBlock, BlockMatches blockMatches) {
    this.recorded = recorded;
    this.currentBlock = currentBlock;
    this.blockMatches = blockMatches;
  }

  void recognise() {
    Map<String, List<Integer>> lost = lostByStretch();
    if (lost.isEmpty()) {
      return;
    }
    var pairs = new ArrayList<Pair>();
    for (int j = 0; j < currentBlock.size(); j++) {
      if (!blockMatches.isKnown(j)
          && currentBlock.get(j).block().markdown().length() >= LEAST_LENGTH) {
        pairs.addAll(pairs(j, lost));
      }
    }
    pairs.sort(
        Comparator.comparingDouble(Pair::similarity)
            .reversed()
            .thenComparingInt(Pair::recorded)
            .thenComparingInt(Pair::found));
    Map<Integer, Double> rivalOfLost = seconds(pairs, Pair::recorded);
    Map<Integer, Double> rivalOfFound = seconds(pairs, Pair::found);
    for (Pair pair : pairs) {
      double rival =
          Math.max(
              rivalOfLost.getOrDefault(pair.recorded, 0.0),
              rivalOfFound.getOrDefault(pair.found, 0.0));
      if (pair.similarity >= ALIKE
          && pair.similarity >= rival + MARGIN
          && !blockMatches.isKnown(pair.found)
          && !blockMatches.hasHeir(pair.recorded)) {
        blockMatches.match(pair.recorded, pair.found);
      }
    }
  }

  /** The second highest similarity of each block that has several; pairs come highest first. */
  private static Map<Integer, Double> seconds(List<Pair> pairs, ToIntFunction<Pair> block) {
    Set<Integer> seen = new HashSet<>();
    Map<Integer, Double> seconds = new HashMap<>();
    for (Pair pair : pairs) {
      if (!seen.add(block.applyAsInt(pair))) {
        seconds.putIfAbsent(block.applyAsInt(pair), pair.similarity);
      }
    }
    return seconds;
  }

  private Map<String, List<Integer>> lostByStretch() {
    Map<String, List<Integer>> lost = new HashMap<>();
    for (int i = 0; i < recorded.size(); i++) {
      if (!blockMatches.hasHeir(i) && KindCompatibility.isProse(recorded.get(i).kind())) {
        for (String stretch : stretches(recorded.get(i).sketch())) {
          lost.computeIfAbsent(stretch, s -> new ArrayList<>()).add(i);
        }
      }
    }
    return lost;
  }

  private List<Pair> pairs(int j, Map<String, List<Integer>> lost) {
    Set<Integer> candidates = new LinkedHashSet<>();
    for (String stretch : stretches(currentBlock.get(j).sketch())) {
      List<Integer> alike = lost.getOrDefault(stretch, List.of());
      if (alike.size() <= CROWD) {
        candidates.addAll(alike);
      }
    }
    var pairs = new ArrayList<Pair>();
    for (int i : candidates) {
      if (KindCompatibility.canBecome(recorded.get(i).kind(), currentBlock.get(j).block().kind())) {
        pairs.add(
            new Pair(i, j, recorded.get(i).sketch().similarity(currentBlock.get(j).sketch())));
      }
    }
    return pairs;
  }

  /** Pieces of the sketch, each with its place. */
  private static List<String> stretches(Sketch sketch) {
    var stretches = new ArrayList<String>();
    String written = sketch.base64();
    for (int at = 0; at + STRETCH <= written.length(); at += STRETCH) {
      stretches.add(at + written.substring(at, at + STRETCH));
    }
    return stretches;
  }

  private record Pair(int recorded, int found, double similarity) {}
}
