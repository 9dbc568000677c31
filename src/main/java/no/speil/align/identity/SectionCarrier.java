package no.speil.align.identity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import no.speil.align.dp.Aligner;
import no.speil.corpus.Alignment;
import no.speil.corpus.Side;

/**
 * Gives each recorded section the blocks that hold its text now, one run on each side. Blocks that
 * stand apart from the largest run become a section of their own.
 */
final class SectionCarrier {
  private static final int NONE = -1;

  private final MatchContext context;
  private final MutableLayout layout;
  private final Aligner aligner;

  SectionCarrier(MatchContext context, Aligner aligner) {
    this.context = context;
    this.layout = context.result();
    this.aligner = aligner;
  }

  void carryOver() {
    SectionMerges merges = SectionMerges.of(context);
    fill(context.original(), merges);
    fill(context.translation(), merges);
    layout.continued().forEach(MutableSection::unconfirmIfOneSideIsLost);
    new SectionSplits(context, aligner).divide();
    for (int s = 0; s < layout.continued().size(); s++) {
      if (merges.survivor(s) != s) {
        layout.continued().get(s).mergeInto(layout.continued().get(merges.survivor(s)));
      }
    }
  }

  private void fill(BlockMatches matches, SectionMerges merges) {
    int[] owners = owners(matches, merges);
    List<List<List<CurrentBlock>>> runs = new ArrayList<>(); // by section
    layout.continued().forEach(section -> runs.add(new ArrayList<>()));
    for (int from = 0; from < owners.length; ) {
      int to = from + 1;
      while (to < owners.length && owners[to] == owners[from]) {
        to++;
      }
      if (owners[from] != NONE) {
        runs.get(owners[from]).add(matches.current().subList(from, to));
      }
      from = to;
    }
    for (int s = 0; s < runs.size(); s++) {
      putLargest(layout.continued().get(s), matches.side(), runs.get(s));
    }
  }

  private void putLargest(MutableSection section, Side side, List<List<CurrentBlock>> runs) {
    if (runs.isEmpty()) {
      return;
    }
    List<CurrentBlock> largest = runs.getFirst();
    for (List<CurrentBlock> run : runs) {
      if (run.size() > largest.size()) {
        largest = run;
      }
    }
    section.put(side, largest);
    for (List<CurrentBlock> run : runs) {
      if (!run.equals(largest)) {
        var apart = new MutableSection(null, PairingPolicy.DOUBTFUL);
        apart.put(side, run);
        layout.add(apart);
      }
    }
  }

  /** For each current block, the number of the section that it belongs to. */
  private int[] owners(BlockMatches matches, SectionMerges merges) {
    int[] owners = new int[matches.current().size()];
    Arrays.fill(owners, NONE);
    for (int j = 0; j < owners.length; j++) {
      if (!matches.isNew(j) && !startsNewSection(matches, j)) {
        owners[j] = merges.survivor(matches.sectionOfCurrent(j));
      }
    }
    fillBetween(owners);
    return owners;
  }

  /**
   * Later parts of a split original are sections of their own, unless a person has said that the
   * section's blocks belong together. Later parts of a translation still translate its original.
   */
  private boolean startsNewSection(BlockMatches matches, int block) {
    return matches.side() == Side.ORIGINAL
        && matches.isLaterPart(block)
        && layout.recorded().get(matches.sectionOfCurrent(block)).alignment().method()
            != Alignment.Method.CONFIRMED;
  }

  /** A new block between two of the same section joins it. */
  private static void fillBetween(int[] owners) {
    int previous = NONE;
    for (int j = 0; j < owners.length; j++) {
      if (owners[j] == NONE) {
        continue;
      }
      if (previous != NONE && owners[previous] == owners[j]) {
        Arrays.fill(owners, previous, j, owners[j]);
      }
      previous = j;
    }
  }
}
