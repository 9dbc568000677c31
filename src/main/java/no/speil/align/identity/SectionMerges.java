package no.speil.align.identity;

import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which sections have become one because their blocks did: numbers of sections, each with the one
 * that it lives on in, itself as a rule.
 */
final class SectionMerges {
  private final int[] survivor;

  SectionMerges(int sections, MatchedSide original, MatchedSide translation) {
    this.survivor = new int[sections];
    for (int s = 0; s < sections; s++) {
      survivor[s] = s;
    }
    merge(original, translation);
    merge(translation, original);
  }

  int survivor(int section) {
    int s = section;
    while (survivor[s] != s) {
      s = survivor[s];
    }
    return s;
  }

  private void merge(MatchedSide matchedSide, MatchedSide other) {
    BlockMatches blockMatches = matchedSide.blockMatches();
    for (int i = 0; i < blockMatches.recorded(); i++) {
      int heir = blockMatches.heir(i);
      if (heir < 0 || blockMatches.home(heir) == i) {
        continue;
      }
      int first = survivor(matchedSide.sectionOf().get(blockMatches.home(heir)));
      int second = survivor(matchedSide.sectionOf().get(i));
      if (first != second
          && !livesOn(matchedSide, second, heir)
          && isRun(places(other, first), places(other, second))) {
        survivor[second] = first;
      }
    }
  }

  /** Whether the section has other blocks of that side than the merged one. */
  private boolean livesOn(MatchedSide matchedSide, int section, int merged) {
    return places(matchedSide, section).stream().anyMatch(place -> place != merged);
  }

  /** What stands apart on the one side cannot share a section, whatever was joined on the other. */
  private static boolean isRun(SortedSet<Integer> first, SortedSet<Integer> second) {
    var both = new TreeSet<>(first);
    both.addAll(second);
    return both.isEmpty() || both.last() - both.first() == both.size() - 1;
  }

  private SortedSet<Integer> places(MatchedSide matchedSide, int section) {
    var places = new TreeSet<Integer>();
    BlockMatches blockMatches = matchedSide.blockMatches();
    for (int i = 0; i < blockMatches.recorded(); i++) {
      if (blockMatches.hasHeir(i) && survivor(matchedSide.sectionOf().get(i)) == section) {
        places.add(blockMatches.heir(i));
      }
    }
    for (int j = 0; j < blockMatches.found(); j++) {
      if (blockMatches.isLaterPart(j)
          && survivor(matchedSide.sectionOf().get(blockMatches.home(j))) == section) {
        places.add(j);
      }
    }
    return places;
  }
}
