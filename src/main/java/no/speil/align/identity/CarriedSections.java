package no.speil.align.identity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import no.speil.align.dp.Aligner;
import no.speil.corpus.Alignment;
import no.speil.corpus.SectionLayout;
import no.speil.corpus.Side;

/**
 * The remembered sections with the blocks that hold their text now, each side one run. What has
 * come to stand apart from the larger part of its section is a section of its own.
 */
final class CarriedSections {
  private static final int NOBODY = -1;

  private final List<SectionLayout> sections;
  private final SectionMerges merges;
  private final List<MutableSection> mutableSections = new ArrayList<>();
  private final MutableSection[] ofSection;

  CarriedSections(
      List<SectionLayout> sections,
      MatchedSide original,
      MatchedSide translation,
      Aligner aligner) {
    this.sections = sections;
    this.merges = new SectionMerges(sections.size(), original, translation);
    this.ofSection = new MutableSection[sections.size()];
    for (int s = 0; s < ofSection.length; s++) {
      ofSection[s] = new MutableSection(sections.get(s), sections.get(s).alignment());
    }
    gather(original);
    gather(translation);
    for (MutableSection mutableSection : ofSection) {
      mutableSection.waitWhereAPartIsGone();
    }
    new SectionSplits(original, aligner).divide(ofSection, mutableSections);
    for (int s = 0; s < ofSection.length; s++) {
      if (merges.survivor(s) != s) {
        ofSection[s].become(ofSection[merges.survivor(s)]);
      }
    }
    for (MutableSection mutableSection : ofSection) {
      if (!mutableSection.isEmpty()) {
        mutableSections.add(mutableSection);
      }
    }
  }

  /** Without the empty ones; in no particular order. */
  List<MutableSection> groups() {
    return mutableSections;
  }

  /** The group that the section of that number is now, perhaps an empty one. */
  MutableSection group(int section) {
    return ofSection[section].survivor();
  }

  private void gather(MatchedSide matchedSide) {
    int[] owners = owners(matchedSide);
    List<List<List<CurrentBlock>>> runs = new ArrayList<>();
    for (int s = 0; s < sections.size(); s++) {
      runs.add(new ArrayList<>());
    }
    for (int from = 0; from < owners.length; ) {
      int to = from + 1;
      while (to < owners.length && owners[to] == owners[from]) {
        to++;
      }
      if (owners[from] != NOBODY) {
        runs.get(owners[from]).add(matchedSide.currentBlock().subList(from, to));
      }
      from = to;
    }
    for (int s = 0; s < runs.size(); s++) {
      keepLargest(s, matchedSide.side(), runs.get(s));
    }
  }

  private void keepLargest(int section, Side side, List<List<CurrentBlock>> runs) {
    if (runs.isEmpty()) {
      return;
    }
    List<CurrentBlock> largest = runs.getFirst();
    for (List<CurrentBlock> run : runs) {
      if (run.size() > largest.size()) {
        largest = run;
      }
    }
    ofSection[section].put(side, largest);
    for (List<CurrentBlock> run : runs) {
      if (!run.equals(largest)) {
        var apart = new MutableSection(null, PairingPolicy.DOUBTFUL);
        apart.put(side, run);
        mutableSections.add(apart);
      }
    }
  }

  private int[] owners(MatchedSide matchedSide) {
    BlockMatches blockMatches = matchedSide.blockMatches();
    int[] owners = new int[blockMatches.found()];
    Arrays.fill(owners, NOBODY);
    for (int j = 0; j < owners.length; j++) {
      if (blockMatches.isKnown(j) && !startsAnew(matchedSide, j)) {
        owners[j] = merges.survivor(matchedSide.sectionOf().get(blockMatches.home(j)));
      }
    }
    takeInWhatStandsBetween(owners);
    return owners;
  }

  /**
   * Later parts of a split original are sections of their own, unless a person has said that the
   * section's blocks belong together. Later parts of a translation still translate its original.
   */
  private boolean startsAnew(MatchedSide matchedSide, int place) {
    BlockMatches blockMatches = matchedSide.blockMatches();
    return matchedSide.side() == Side.ORIGINAL
        && blockMatches.isLaterPart(place)
        && sections.get(matchedSide.sectionOf().get(blockMatches.home(place))).alignment().method()
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
