package no.speil.alignment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import no.speil.corpus.Alignment;
import no.speil.corpus.SectionLayout;
import no.speil.corpus.Side;

/**
 * The remembered sections with the blocks that hold their text now, each side one run. What has
 * come to stand apart from the larger part of its section is a section of its own.
 */
final class Continuation {
  private static final int NOBODY = -1;

  private final List<SectionLayout> sections;
  private final Merges merges;
  private final List<Group> groups = new ArrayList<>();
  private final Group[] ofSection;

  Continuation(List<SectionLayout> sections, Half original, Half translation, Aligner aligner) {
    this.sections = sections;
    this.merges = new Merges(sections.size(), original, translation);
    this.ofSection = new Group[sections.size()];
    for (int s = 0; s < ofSection.length; s++) {
      ofSection[s] = new Group(sections.get(s), sections.get(s).alignment());
    }
    gather(original);
    gather(translation);
    new Splits(original, aligner).divide(ofSection, groups);
    for (int s = 0; s < ofSection.length; s++) {
      if (merges.survivor(s) != s) {
        ofSection[s].become(ofSection[merges.survivor(s)]);
      }
    }
    for (Group group : ofSection) {
      if (!group.isEmpty()) {
        groups.add(group);
      }
    }
  }

  /** Without the empty ones; in no particular order. */
  List<Group> groups() {
    return groups;
  }

  /** The group that the section of that number is now, perhaps an empty one. */
  Group group(int section) {
    return ofSection[section].survivor();
  }

  private void gather(Half half) {
    int[] owners = owners(half);
    List<List<List<Found>>> runs = new ArrayList<>();
    for (int s = 0; s < sections.size(); s++) {
      runs.add(new ArrayList<>());
    }
    for (int from = 0; from < owners.length; ) {
      int to = from + 1;
      while (to < owners.length && owners[to] == owners[from]) {
        to++;
      }
      if (owners[from] != NOBODY) {
        runs.get(owners[from]).add(half.found().subList(from, to));
      }
      from = to;
    }
    for (int s = 0; s < runs.size(); s++) {
      keepLargest(s, half.side(), runs.get(s));
    }
  }

  private void keepLargest(int section, Side side, List<List<Found>> runs) {
    if (runs.isEmpty()) {
      return;
    }
    List<Found> largest = runs.getFirst();
    for (List<Found> run : runs) {
      if (run.size() > largest.size()) {
        largest = run;
      }
    }
    ofSection[section].put(side, largest);
    for (List<Found> run : runs) {
      if (!run.equals(largest)) {
        var apart = new Group(null, Matchmaking.DOUBTFUL);
        apart.put(side, run);
        groups.add(apart);
      }
    }
  }

  private int[] owners(Half half) {
    Recognition recognition = half.recognition();
    int[] owners = new int[recognition.found()];
    Arrays.fill(owners, NOBODY);
    for (int j = 0; j < owners.length; j++) {
      if (recognition.isKnown(j) && !startsAnew(half, j)) {
        owners[j] = merges.survivor(half.sectionOf().get(recognition.home(j)));
      }
    }
    takeInWhatStandsBetween(owners);
    return owners;
  }

  /**
   * Later parts of a split original are sections of their own, unless a person has said that the
   * section's blocks belong together. Later parts of a translation still translate its original.
   */
  private boolean startsAnew(Half half, int place) {
    Recognition recognition = half.recognition();
    return half.side() == Side.ORIGINAL
        && recognition.isLaterPart(place)
        && sections.get(half.sectionOf().get(recognition.home(place))).alignment().method()
            != Alignment.Method.CONFIRMED;
  }

  /** A new block between two of the same section joins it. */
  private static void takeInWhatStandsBetween(int[] owners) {
    int previous = NOBODY;
    for (int j = 0; j < owners.length; j++) {
      if (owners[j] == NOBODY) {
        continue;
      }
      if (previous != NOBODY && owners[previous] == owners[j]) {
        Arrays.fill(owners, previous, j, owners[j]);
      }
      previous = j;
    }
  }
}
