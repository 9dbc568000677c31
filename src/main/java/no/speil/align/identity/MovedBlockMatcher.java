package no.speil.align.identity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.speil.align.dp.KindCompatibility;
import no.speil.corpus.BlockFingerprint;
import no.speil.corpus.Sketch;

/**
 * Matches blocks that were both moved and edited, by high similarity without a rival. Candidates
 * share a piece of their sketches (locality-sensitive hashing, Indyk and Motwani 1998).
 */
final class MovedBlockMatcher {
  private static final double LEAST_SIMILARITY = 0.6;

  /** How much more similar a pair must be than any other pair of either block. */
  private static final double MARGIN = 0.1;

  /** In characters. Shorter texts resemble each other too easily. */
  private static final int LEAST_LENGTH = 40;

  /** In characters of the encoded sketch: three of its hashes. */
  private static final int PIECE = 4;

  /** A piece that more lost blocks share than this tells nothing. */
  private static final int MOST_SHARING = 8;

  private MovedBlockMatcher() {}

  static void match(BlockMatches matches) {
    Map<String, List<Integer>> lost = lostByPiece(matches);
    if (lost.isEmpty()) {
      return;
    }
    List<Pair> pairs =
        matches.added.stream()
            .filter(j -> matches.current.get(j).block().markdown().length() >= LEAST_LENGTH)
            .boxed()
            .flatMap(j -> pairs(j, lost, matches))
            .sorted(
                Comparator.comparingDouble(Pair::similarity)
                    .reversed()
                    .thenComparingInt(Pair::recorded)
                    .thenComparingInt(Pair::current))
            .toList();
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

  private static Map<String, List<Integer>> lostByPiece(BlockMatches matches) {
    List<BlockFingerprint> recorded = matches.recorded;
    Map<String, List<Integer>> lost = new HashMap<>();
    matches.lost.stream()
        .filter(i -> KindCompatibility.isProse(recorded.get(i).kind()))
        .forEach(
            i ->
                pieces(recorded.get(i).sketch())
                    .forEach(piece -> lost.computeIfAbsent(piece, p -> new ArrayList<>()).add(i)));
    return lost;
  }

  private static Stream<Pair> pairs(int j, Map<String, List<Integer>> lost, BlockMatches matches) {
    List<BlockFingerprint> recorded = matches.recorded;
    CurrentBlock block = matches.current.get(j);
    return pieces(block.sketch())
        .map(piece -> lost.getOrDefault(piece, List.of()))
        .filter(sharing -> sharing.size() <= MOST_SHARING)
        .flatMap(List::stream)
        .distinct()
        .filter(i -> KindCompatibility.canBecome(recorded.get(i).kind(), block.block().kind()))
        .map(i -> new Pair(i, j, recorded.get(i).sketch().similarity(block.sketch())));
  }

  /** Pieces of the sketch, each with its position. */
  private static Stream<String> pieces(Sketch sketch) {
    String encoded = sketch.base64();
    return IntStream.range(0, encoded.length() / PIECE)
        .map(piece -> piece * PIECE)
        .mapToObj(at -> at + encoded.substring(at, at + PIECE));
  }

  private record Pair(int recorded, int current, double similarity) {}
}
