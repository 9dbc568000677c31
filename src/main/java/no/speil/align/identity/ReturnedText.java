package no.speil.align.identity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.speil.corpus.BlockFingerprint;
import no.speil.corpus.SectionId;
import no.speil.corpus.SectionLayout;
import no.speil.corpus.Side;
import no.speil.corpus.TextHash;

/**
 * Gives text that was taken out of a section and is there again, to the letter and once, back to
 * it. Sections of which nothing was left stay gone, and so do their ids.
 */
final class ReturnedText {
  private final Map<SectionId, MutableSection> standing = new HashMap<>();
  private final Set<CurrentBlock> taken = new HashSet<>();

  ReturnedText(List<MutableSection> mutableSections) {
    for (MutableSection mutableSection : mutableSections) {
      SectionLayout recorded = mutableSection.recorded();
      if (recorded != null) {
        standing.put(recorded.id(), mutableSection);
      }
      for (Side side : Side.values()) {
        taken.addAll(mutableSection.side(side));
      }
    }
  }

  void settle(List<SectionLayout> lost, MatchedSide original, MatchedSide translation) {
    Map<TextHash, List<Integer>> left = places(lost, original);
    Map<TextHash, List<Integer>> right = places(lost, translation);
    for (SectionLayout layout : lost.reversed()) {
      restore(layout, original, left);
      restore(layout, translation, right);
    }
  }

  private static Map<TextHash, List<Integer>> places(
      List<SectionLayout> lost, MatchedSide matchedSide) {
    Map<TextHash, List<Integer>> places = new HashMap<>();
    for (int j = 0; !lost.isEmpty() && j < matchedSide.currentBlock().size(); j++) {
      places
          .computeIfAbsent(matchedSide.currentBlock().get(j).hash(), h -> new ArrayList<>())
          .add(j);
    }
    return places;
  }

  private void restore(
      SectionLayout layout, MatchedSide matchedSide, Map<TextHash, List<Integer>> places) {
    List<BlockFingerprint> wanted = layout.side(matchedSide.side());
    MutableSection mutableSection = standing.get(layout.id());
    if (wanted.isEmpty() || mutableSection == null || mutableSection.has(matchedSide.side())) {
      return;
    }
    List<Integer> from = places.getOrDefault(wanted.getFirst().hash(), List.of());
    Optional<List<CurrentBlock>> run =
        from.size() == 1
            ? run(wanted, matchedSide.currentBlock(), from.getFirst())
            : Optional.empty();
    run.ifPresent(
        blocks -> {
          mutableSection.put(matchedSide.side(), blocks);
          if (mutableSection.isPair()) {
            mutableSection.align(layout.alignment());
          }
          taken.addAll(blocks);
        });
  }

  /** The blocks from that place on, if nobody has them and they have just that text. */
  private Optional<List<CurrentBlock>> run(
      List<BlockFingerprint> wanted, List<CurrentBlock> currentBlock, int from) {
    if (from + wanted.size() > currentBlock.size()) {
      return Optional.empty();
    }
    List<CurrentBlock> run = currentBlock.subList(from, from + wanted.size());
    return isText(wanted, run) ? Optional.of(run) : Optional.empty();
  }

  private boolean isText(List<BlockFingerprint> wanted, List<CurrentBlock> run) {
    for (int k = 0; k < wanted.size(); k++) {
      if (!wanted.get(k).hash().equals(run.get(k).hash()) || taken.contains(run.get(k))) {
        return false;
      }
    }
    return true;
  }
}
