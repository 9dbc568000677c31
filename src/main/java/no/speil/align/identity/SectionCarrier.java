package no.speil.align.identity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.speil.align.dp.Aligner;
import no.speil.corpus.Side;
import org.jspecify.annotations.Nullable;

/**
 * Gives each recorded section the blocks that hold its text now, one run on each side. Blocks that
 * stand apart from the largest run become a section of their own.
 */
final class SectionCarrier {
  private final MatchContext context;
  private final MutableLayout layout;
  private final Aligner aligner;

  SectionCarrier(MatchContext context, Aligner aligner) {
    this.context = context;
    this.layout = context.result();
    this.aligner = aligner;
  }

  void carryOver() {
    var merges = new SectionMerges(layout);
    merges.merge(context.original(), context.translation());
    merges.merge(context.translation(), context.original());
    fill(context.original());
    fill(context.translation());
    layout.continued().forEach(MutableSection::unconfirmIfOneSideIsLost);
    new SectionSplits(context, aligner).divide();
  }

  private void fill(BlockMatches matches) {
    @Nullable MutableSection[] owners = owners(matches);
    Map<MutableSection, List<List<CurrentBlock>>> runs = new HashMap<>();
    for (int from = 0; from < owners.length; ) {
      int to = from + 1;
      while (to < owners.length && owners[to] == owners[from]) {
        to++;
      }
      if (owners[from] != null) {
        runs.computeIfAbsent(owners[from], section -> new ArrayList<>())
            .add(matches.current().subList(from, to));
      }
      from = to;
    }
    for (MutableSection section : layout.continued()) {
      putLargest(section, matches.side(), runs.getOrDefault(section, List.of()));
    }
  }

  private void putLargest(MutableSection section, Side side, List<List<CurrentBlock>> runs) {
    if (runs.isEmpty()) {
      return;
    }
    List<CurrentBlock> largest = Collections.max(runs, Comparator.comparingInt(List::size));
    section.put(side, largest);
    for (List<CurrentBlock> run : runs) {
      if (!run.equals(largest)) {
        var apart = new MutableSection(null, NewBlockPlacer.DOUBTFUL);
        apart.put(side, run);
        layout.add(apart);
      }
    }
  }

  /** For each current block, the section that it belongs to; null if it belongs to none. */
  private @Nullable MutableSection[] owners(BlockMatches matches) {
    var owners = new MutableSection[matches.current().size()];
    for (int j = 0; j < owners.length; j++) {
      if (!matches.isNew(j) && !startsNewSection(matches, j)) {
        owners[j] = layout.survivor(matches.sectionOfCurrent(j));
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
        && !layout.continued().get(matches.sectionOfCurrent(block)).isConfirmed();
  }

  /** A new block between two of the same section joins it. */
  private static void fillBetween(@Nullable MutableSection[] owners) {
    int previous = -1;
    for (int j = 0; j < owners.length; j++) {
      if (owners[j] == null) {
        continue;
      }
      if (previous >= 0 && owners[previous] == owners[j]) {
        Arrays.fill(owners, previous, j, owners[j]);
      }
      previous = j;
    }
  }
}
