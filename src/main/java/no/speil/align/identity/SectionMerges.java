package no.speil.align.identity;

import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Which recorded sections have become one because their blocks were merged, by number. */
final class SectionMerges {
  private final int[] survivor;

  private SectionMerges(int[] survivor) {
    this.survivor = survivor;
  }

  static SectionMerges of(MatchContext context) {
    int sections = context.result().recorded().size();
    var merges = new SectionMerges(IntStream.range(0, sections).toArray());
    merges.merge(context.original(), context.translation());
    merges.merge(context.translation(), context.original());
    return merges;
  }

  /** The section that the one is part of now, itself as a rule. */
  int survivor(int section) {
    int s = section;
    while (survivor[s] != s) {
      s = survivor[s];
    }
    return s;
  }

  private void merge(BlockMatches matches, BlockMatches other) {
    for (int i = 0; i < matches.recorded().size(); i++) {
      if (matches.isLost(i)) {
        continue;
      }
      int merged = matches.currentOf(i);
      if (matches.recordedOf(merged) == i) {
        continue;
      }
      int first = survivor(matches.sectionOfCurrent(merged));
      int second = survivor(matches.sectionOfRecorded(i));
      if (first != second
          && !hasOtherBlocks(matches, second, merged)
          && isRun(places(other, first), places(other, second))) {
        survivor[second] = first;
      }
    }
  }

  /** Whether the section has other blocks of that side than the merged one. */
  private boolean hasOtherBlocks(BlockMatches matches, int section, int merged) {
    return places(matches, section).stream().anyMatch(place -> place != merged);
  }

  /** Whether the blocks of the two sections would be one run: else they cannot share a section. */
  private static boolean isRun(SortedSet<Integer> first, SortedSet<Integer> second) {
    var both = new TreeSet<>(first);
    both.addAll(second);
    return both.isEmpty() || both.last() - both.first() == both.size() - 1;
  }

  private SortedSet<Integer> places(BlockMatches matches, int section) {
    var places = new TreeSet<Integer>();
    for (int i = 0; i < matches.recorded().size(); i++) {
      if (!matches.isLost(i) && survivor(matches.sectionOfRecorded(i)) == section) {
        places.add(matches.currentOf(i));
      }
    }
    for (int j = 0; j < matches.current().size(); j++) {
      if (matches.isLaterPart(j) && survivor(matches.sectionOfCurrent(j)) == section) {
        places.add(j);
      }
    }
    return places;
  }
}
