package no.speil.alignment;

import java.util.List;
import no.speil.corpus.Side;

/**
 * Which sections have become one because their blocks did: numbers of sections, each with the one
 * that it lives on in, itself as a rule.
 */
final class Merges {
  private final Half original;
  private final int[] survivor;

  Merges(int sections, Half original, Half translation) {
    this.original = original;
    this.survivor = new int[sections];
    for (int s = 0; s < sections; s++) {
      survivor[s] = s;
    }
    merge(original);
    merge(translation);
  }

  int survivor(int section) {
    int s = section;
    while (survivor[s] != s) {
      s = survivor[s];
    }
    return s;
  }

  private void merge(Half half) {
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
          && (half.side() == Side.ORIGINAL || areNeighbours(first, second))) {
        survivor[second] = first;
      }
    }
  }

  /** Whether the section has other blocks of that side than the merged one. */
  private boolean livesOn(Half half, int section, int merged) {
    return places(half, section).stream().anyMatch(place -> place != merged);
  }

  /** Originals that stand apart cannot share a section, whatever the translation joined. */
  private boolean areNeighbours(int first, int second) {
    List<Integer> a = places(original, first);
    List<Integer> b = places(original, second);
    return a.isEmpty() || b.isEmpty() || a.getLast() + 1 == b.getFirst();
  }

  private List<Integer> places(Half half, int section) {
    var places = new java.util.TreeSet<Integer>();
    Recognition recognition = half.recognition();
    for (int i = 0; i < recognition.recorded(); i++) {
      if (survivor(half.sectionOf().get(i)) == section && recognition.hasHeir(i)) {
        places.add(recognition.heir(i));
      }
    }
    return List.copyOf(places);
  }
}
