package no.speil.alignment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.speil.corpus.BlockPrint;
import no.speil.corpus.SectionId;
import no.speil.corpus.SectionLayout;
import no.speil.corpus.Side;
import no.speil.corpus.TextHash;

/**
 * Gives text that was taken out of a section and is there again, to the letter and once, back to
 * it. Sections of which nothing was left stay gone, and so do their ids.
 */
final class Returns {
  private final Map<SectionId, Group> standing = new HashMap<>();
  private final Set<Found> taken = new HashSet<>();

  Returns(List<Group> groups) {
    for (Group group : groups) {
      SectionLayout recorded = group.recorded();
      if (recorded != null) {
        standing.put(recorded.id(), group);
      }
      for (Side side : Side.values()) {
        taken.addAll(group.side(side));
      }
    }
  }

  void settle(List<SectionLayout> lost, Half original, Half translation) {
    Map<TextHash, List<Integer>> left = places(lost, original);
    Map<TextHash, List<Integer>> right = places(lost, translation);
    for (SectionLayout layout : lost.reversed()) {
      restore(layout, original, left);
      restore(layout, translation, right);
    }
  }

  private static Map<TextHash, List<Integer>> places(List<SectionLayout> lost, Half half) {
    Map<TextHash, List<Integer>> places = new HashMap<>();
    for (int j = 0; !lost.isEmpty() && j < half.found().size(); j++) {
      places.computeIfAbsent(half.found().get(j).hash(), h -> new ArrayList<>()).add(j);
    }
    return places;
  }

  private void restore(SectionLayout layout, Half half, Map<TextHash, List<Integer>> places) {
    List<BlockPrint> wanted = layout.side(half.side());
    Group group = standing.get(layout.id());
    if (wanted.isEmpty() || group == null || group.has(half.side())) {
      return;
    }
    List<Integer> from = places.getOrDefault(wanted.getFirst().hash(), List.of());
    Optional<List<Found>> run =
        from.size() == 1 ? run(wanted, half.found(), from.getFirst()) : Optional.empty();
    run.ifPresent(
        blocks -> {
          group.put(half.side(), blocks);
          taken.addAll(blocks);
        });
  }

  /** The blocks from that place on, if nobody has them and they have just that text. */
  private Optional<List<Found>> run(List<BlockPrint> wanted, List<Found> found, int from) {
    if (from + wanted.size() > found.size()) {
      return Optional.empty();
    }
    List<Found> run = found.subList(from, from + wanted.size());
    return isText(wanted, run) ? Optional.of(run) : Optional.empty();
  }

  private boolean isText(List<BlockPrint> wanted, List<Found> run) {
    for (int k = 0; k < wanted.size(); k++) {
      if (!wanted.get(k).hash().equals(run.get(k).hash()) || taken.contains(run.get(k))) {
        return false;
      }
    }
    return true;
  }
}
