package no.speil.align.identity;

import java.util.SortedSet;
import java.util.TreeSet;

/** Makes one of recorded sections whose blocks were merged, before they are given their blocks. */
final class SectionMerges {
  private final MutableLayout layout;

  SectionMerges(MutableLayout layout) {
    this.layout = layout;
  }

  /**
   * @param matches of the side on which blocks were merged
   */
  void merge(BlockMatches matches, BlockMatches other) {
    for (int i = 0; i < matches.recorded().size(); i++) {
      if (matches.isLost(i)) {
        continue;
      }
      int merged = matches.currentOf(i);
      if (matches.recordedOf(merged) == i) {
        continue;
      }
      MutableSection first = layout.survivor(matches.sectionOfCurrent(merged));
      MutableSection second = layout.survivor(matches.sectionOfRecorded(i));
      if (!first.equals(second)
          && places(matches, second).stream().allMatch(place -> place == merged) // it has no other
          && isRun(places(other, first), places(other, second))) {
        second.mergeInto(first);
      }
    }
  }

  /** Whether the blocks of the two sections would be one run: else they cannot share a section. */
  private static boolean isRun(SortedSet<Integer> first, SortedSet<Integer> second) {
    var both = new TreeSet<>(first);
    both.addAll(second);
    return both.isEmpty() || both.last() - both.first() == both.size() - 1;
  }

  private SortedSet<Integer> places(BlockMatches matches, MutableSection section) {
    var places = new TreeSet<Integer>();
    for (int i = 0; i < matches.recorded().size(); i++) {
      if (!matches.isLost(i) && layout.survivor(matches.sectionOfRecorded(i)).equals(section)) {
        places.add(matches.currentOf(i));
      }
    }
    for (int j = 0; j < matches.current().size(); j++) {
      if (matches.isLaterPart(j) && layout.survivor(matches.sectionOfCurrent(j)).equals(section)) {
        places.add(j);
      }
    }
    return places;
  }
}
