package no.speil.align.identity;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * New blocks of one side that resemble a section's changed text: too weakly to be matched with it,
 * but too much to be given to another section. They may be a part of it that was torn off, or moved
 * and rewritten.
 */
final class WeakMatches {
  /** More than unrelated paragraphs share; measured by {@code IdentityFigures}. */
  static final double LEAST_SIMILARITY = 0.2;

  private static final int MOST_COMPARISONS = 250_000;

  private final Map<CurrentBlock, Integer> sections = new HashMap<>();

  WeakMatches(BlockMatches matches) {
    List<Integer> changed = changed(matches);
    var places = new BitSet();
    places.or(matches.added);
    places.or(matches.laterParts);
    List<CurrentBlock> fresh = places.stream().mapToObj(matches.current::get).toList();
    if ((long) changed.size() * fresh.size() <= MOST_COMPARISONS) {
      for (CurrentBlock block : fresh) {
        mostSimilar(block, changed, matches)
            .ifPresent(i -> sections.put(block, matches.sectionOf[i]));
      }
    }
  }

  /** The number of the section that the block may come from. */
  Optional<Integer> section(CurrentBlock block) {
    return Optional.ofNullable(sections.get(block));
  }

  private static Optional<Integer> mostSimilar(
      CurrentBlock block, List<Integer> changed, BlockMatches matches) {
    Optional<Integer> best = Optional.empty();
    double highest = LEAST_SIMILARITY;
    for (int i : changed) {
      double similarity = matches.recorded.get(i).sketch().similarity(block.sketch());
      if (similarity >= highest) {
        highest = similarity;
        best = Optional.of(i);
      }
    }
    return best;
  }

  /** Recorded blocks whose text is no longer there as it was. */
  private static List<Integer> changed(BlockMatches matches) {
    return IntStream.range(0, matches.recorded.size())
        .filter(
            i ->
                matches.isLost(i)
                    || !matches
                        .current
                        .get(matches.currentOf[i])
                        .hash()
                        .equals(matches.recorded.get(i).hash()))
        .boxed()
        .toList();
  }
}
