package no.speil.align.identity;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** Matches edited, split and merged blocks where they stand: between blocks that are matched. */
final class ContextMatcher {
  private final BlockMatches matches;

  ContextMatcher(BlockMatches matches) {
    this.matches = matches;
  }

  void match() {
    int size = matches.current().size();
    for (int from = 0; from < size; ) {
      if (!matches.isNew(from)) {
        from++;
        continue;
      }
      int to = from + 1;
      while (to < size && matches.isNew(to)) {
        to++;
      }
      List<Integer> lost = lostBetween(from, to);
      if (!lost.isEmpty()) {
        new GapMatcher(matches, lost, from, to).match();
      }
      from = to;
    }
  }

  /** The lost blocks just after the left neighbour's recorded one and just before the right's. */
  private List<Integer> lostBetween(int from, int to) {
    int size = matches.recorded().size();
    var lost = new LinkedHashSet<Integer>();
    int i = from == 0 ? 0 : matches.recordedOf(from - 1) + 1;
    while (i < size && matches.isLost(i)) {
      lost.add(i++);
    }
    int end = to == matches.current().size() ? size : matches.recordedOf(to);
    int start = end;
    while (start > 0 && matches.isLost(start - 1)) {
      start--;
    }
    for (int k = start; k < end; k++) {
      lost.add(k);
    }
    return new ArrayList<>(lost);
  }
}
