package no.speil.align.identity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import no.speil.corpus.TextHash;

/**
 * Matches short blocks such as thematic breaks that a person has linked and that the other matchers
 * could not identify: if as many equal blocks are new as are lost, they are the same, in order.
 * Must run last.
 */
final class LinkedBlockMatcher {
  private final BlockMatches matches;
  private final MutableLayout layout;

  LinkedBlockMatcher(BlockMatches matches, MutableLayout layout) {
    this.matches = matches;
    this.layout = layout;
  }

  void match() {
    Map<TextHash, List<Integer>> added = new HashMap<>();
    for (int j = 0; j < matches.current().size(); j++) {
      if (matches.isNew(j)) {
        added.computeIfAbsent(matches.current().get(j).hash(), hash -> new ArrayList<>()).add(j);
      }
    }
    matches
        .lostByText()
        .forEach((hash, lost) -> match(List.copyOf(lost), added.getOrDefault(hash, List.of())));
  }

  private void match(List<Integer> lost, List<Integer> added) {
    if (lost.size() == added.size()) {
      IntStream.range(0, lost.size())
          .filter(k -> isLinked(lost.get(k)))
          .forEach(k -> matches.match(lost.get(k), added.get(k)));
    }
  }

  private boolean isLinked(int recorded) {
    return layout.continued().get(matches.sectionOfRecorded(recorded)).isConfirmed();
  }
}
