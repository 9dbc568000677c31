package no.speil.align.identity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.speil.corpus.BlockFingerprint;

/**
 * Sections whose changed text a new block resembles, too weakly to be known as theirs but too much
 * to be taken for another's: it may be a part torn off, or moved and rewritten.
 */
final class WeakMatches {
  /** More than unrelated paragraphs share; measured by {@code IdentityFigures}. */
  static final double FAINT = 0.2;

  private static final int MOST_COMPARISONS = 250_000;

  private final Map<CurrentBlock, Integer> sections = new HashMap<>();

  WeakMatches(MatchedSide matchedSide) {
    BlockMatches blockMatches = matchedSide.blockMatches();
    List<Integer> changed = changed(matchedSide);
    List<CurrentBlock> fresh = new ArrayList<>();
    for (int j = 0; j < blockMatches.found(); j++) {
      if (!blockMatches.isKnown(j) || blockMatches.isLaterPart(j)) {
        fresh.add(matchedSide.currentBlock().get(j));
      }
    }
    if ((long) changed.size() * fresh.size() <= MOST_COMPARISONS) {
      fresh.forEach(block -> trace(block, changed, matchedSide));
    }
  }

  /** The number of the section that the block may come from. */
  Optional<Integer> section(CurrentBlock block) {
    return Optional.ofNullable(sections.get(block));
  }

  private void trace(CurrentBlock block, List<Integer> changed, MatchedSide matchedSide) {
    double most = FAINT;
    for (int i : changed) {
      double similarity = matchedSide.recorded().get(i).sketch().similarity(block.sketch());
      if (similarity >= most) {
        most = similarity;
        sections.put(block, matchedSide.sectionOf().get(i));
      }
    }
  }

  /** Recorded blocks whose text is no longer there as it was. */
  private static List<Integer> changed(MatchedSide matchedSide) {
    var changed = new ArrayList<Integer>();
    BlockMatches blockMatches = matchedSide.blockMatches();
    for (int i = 0; i < blockMatches.recorded(); i++) {
      BlockFingerprint print = matchedSide.recorded().get(i);
      int heir = blockMatches.heir(i);
      if (heir < 0 || !matchedSide.currentBlock().get(heir).hash().equals(print.hash())) {
        changed.add(i);
      }
    }
    return changed;
  }
}
