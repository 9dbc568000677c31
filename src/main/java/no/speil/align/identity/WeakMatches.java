package no.speil.align.identity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.speil.corpus.BlockFingerprint;

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
    List<CurrentBlock> fresh = new ArrayList<>();
    for (int j = 0; j < matches.current().size(); j++) {
      if (matches.isNew(j) || matches.isLaterPart(j)) {
        fresh.add(matches.current().get(j));
      }
    }
    if ((long) changed.size() * fresh.size() <= MOST_COMPARISONS) {
      for (CurrentBlock block : fresh) {
        mostSimilar(block, changed, matches)
            .ifPresent(i -> sections.put(block, matches.sectionOfRecorded(i)));
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
      double similarity = matches.recorded().get(i).sketch().similarity(block.sketch());
      if (similarity >= highest) {
        highest = similarity;
        best = Optional.of(i);
      }
    }
    return best;
  }

  /** Recorded blocks whose text is no longer there as it was. */
  private static List<Integer> changed(BlockMatches matches) {
    var changed = new ArrayList<Integer>();
    for (int i = 0; i < matches.recorded().size(); i++) {
      BlockFingerprint before = matches.recorded().get(i);
      if (matches.isLost(i)
          || !matches.current().get(matches.currentOf(i)).hash().equals(before.hash())) {
        changed.add(i);
      }
    }
    return changed;
  }
}
