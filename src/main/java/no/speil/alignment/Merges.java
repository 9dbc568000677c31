package no.speil.alignment;

import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which sections have become one because their blocks did: numbers of sections, each with the one
 * that it lives on in, itself as a rule.
 */
final class Merges {
  private final int[] survivor;

  Merges(int sections, Half original, Half translation) {
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

  private void merge(Half half, Half other) {
    Recognition recognition = half.recognition();
    for (int i = 0; i < recognition.recorded(); i++) {
      int heir = recognition.heir(i);
      if (heir < 0 || recognition.home(heir) == i) {
        continue;
      }
      int first = survivor(half.sectionOf().get(recognition.home(heir)));
      int second = survivor(half.sectionOf().get(i));
      if (first != second
          && !livesOn(half, second, heir)
          && isRun(places(other, first), places(other, second))) {
        survivor[second] = first;
      }
    }
  }

  /** Whether the section has other blocks of that side than the merged one. */
  private boolean livesOn(Half half, int section, int merged) {
    return places(half, section).stream().anyMatch(place -> place != merged);
  }

  /** What stands apart on the one side cannot share a section, whatever was joined on the other. */
  private static boolean isRun(SortedSet<Integer> first, SortedSet<Integer> second) {
    var both = new TreeSet<>(first);
    both.addAll(second);
    return both.isEmpty() || both.last() - both.first() == both.size() - 1;
  }

  private SortedSet<Integer> places(Half half, int section) {
    var places = new TreeSet<Integer>();
    Recognition recognition = half.recognition();
    for (int i = 0; i < recognition.recorded(); i++) {
      if (recognition.hasHeir(i) && survivor(half.sectionOf().get(i)) == section) {
        places.add(recognition.heir(i));
      }
    }
    for (int j = 0; j < recognition.found(); j++) {
      if (recognition.isLaterPart(j)
          && survivor(half.sectionOf().get(recognition.home(j))) == section) {
        places.add(j);
      }
    }
    return places;
  }
}
