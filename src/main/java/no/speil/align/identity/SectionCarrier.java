package no.speil.align.identity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.IntSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.speil.align.dp.Aligner;
import no.speil.align.dp.Pairing;
import no.speil.corpus.Alignment;
import no.speil.corpus.Side;
import org.jspecify.annotations.Nullable;

/**
 * Gives each recorded section the blocks that hold its text now, one run on each side. Blocks that
 * stand apart from the largest run become a section of their own.
 */
record SectionCarrier(MatchContext context, Aligner aligner) {
  void carryOver() {
    merge(context.original(), context.translation());
    merge(context.translation(), context.original());
    fill(context.original());
    fill(context.translation());
    context.continued().forEach(MutableSection::unconfirmIfOneSideIsLost);
    divideSplits();
  }

  /**
   * Makes one of sections whose blocks were merged, before they are given their blocks.
   *
   * @param matches of the side on which blocks were merged
   */
  private void merge(BlockMatches matches, BlockMatches other) {
    for (int i = 0; i < matches.recorded.size(); i++) {
      if (matches.isLost(i)) {
        continue;
      }
      int merged = matches.currentOf[i];
      if (matches.recordedOf[merged] == i) {
        continue;
      }
      MutableSection first = context.survivor(matches.sectionOfCurrent(merged));
      MutableSection second = context.survivor(matches.sectionOf[i]);
      if (!first.equals(second)
          && places(matches, second).allMatch(place -> place == merged) // it has no other
          && isRun(IntStream.concat(places(other, first), places(other, second)))) {
        second.mergeInto(first);
      }
    }
  }

  /** The current blocks of a section; some may come twice. */
  private IntStream places(BlockMatches matches, MutableSection section) {
    return IntStream.concat(
        IntStream.range(0, matches.recorded.size())
            .filter(i -> !matches.isLost(i))
            .filter(i -> context.survivor(matches.sectionOf[i]).equals(section))
            .map(i -> matches.currentOf[i]),
        matches.laterParts.stream()
            .filter(j -> context.survivor(matches.sectionOfCurrent(j)).equals(section)));
  }

  /** Whether blocks are one run: else they cannot be in one section. */
  private static boolean isRun(IntStream places) {
    IntSummaryStatistics all = places.distinct().summaryStatistics();
    return all.getCount() == 0 || all.getMax() - all.getMin() == all.getCount() - 1;
  }

  private void fill(BlockMatches matches) {
    @Nullable MutableSection[] owners = owners(matches);
    Map<MutableSection, List<List<CurrentBlock>>> runs = new LinkedHashMap<>();
    for (int from = 0; from < owners.length; ) {
      int to = from + 1;
      while (to < owners.length && owners[to] == owners[from]) {
        to++;
      }
      if (owners[from] != null) {
        runs.computeIfAbsent(owners[from], section -> new ArrayList<>())
            .add(matches.current.subList(from, to));
      }
      from = to;
    }
    runs.forEach((section, its) -> putLargest(section, matches.side, its));
  }

  private void putLargest(MutableSection section, Side side, List<List<CurrentBlock>> runs) {
    List<CurrentBlock> largest = Collections.max(runs, Comparator.comparingInt(List::size));
    section.put(side, largest);
    for (List<CurrentBlock> run : runs) {
      if (!run.equals(largest)) {
        var apart = new MutableSection(null, NewBlockPlacer.DOUBTFUL);
        apart.put(side, run);
        context.added().add(apart);
      }
    }
  }

  /** For each current block, the section that it belongs to; null if it belongs to none. */
  private @Nullable MutableSection[] owners(BlockMatches matches) {
    var owners = new MutableSection[matches.current.size()];
    for (int j = 0; j < owners.length; j++) {
      if (!matches.isNew(j) && !startsNewSection(matches, j)) {
        owners[j] = context.survivor(matches.sectionOfCurrent(j));
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
    return matches.side == Side.ORIGINAL
        && matches.laterParts.get(block)
        && !context.continued().get(matches.sectionOfCurrent(block)).isConfirmed();
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

  /**
   * Divides sections whose original was split and whose translation has several blocks as well:
   * each part goes with its translation, and the first keeps the section.
   */
  private void divideSplits() {
    List<CurrentBlock> originals = context.original().current;
    BitSet laterParts = context.original().laterParts;
    for (int from = laterParts.nextSetBit(0), to; from >= 0; from = laterParts.nextSetBit(to)) {
      to = laterParts.nextClearBit(from);
      for (MutableSection section : context.continued()) {
        List<CurrentBlock> run = section.side(Side.ORIGINAL);
        if (!run.isEmpty() && run.getLast().equals(originals.get(from - 1))) {
          divide(section, originals.subList(from, to));
        }
      }
    }
  }

  private void divide(MutableSection section, List<CurrentBlock> laterParts) {
    List<CurrentBlock> right = section.side(Side.TRANSLATION);
    if (right.size() < 2 || section.isConfirmed()) {
      return;
    }
    List<CurrentBlock> left =
        Stream.of(section.side(Side.ORIGINAL), laterParts).flatMap(List::stream).toList();
    List<Pairing> pairings = aligner.align(CurrentBlock.blocks(left), CurrentBlock.blocks(right));
    if (pairings.size() < 2 || !pairings.stream().allMatch(Pairing::isLink)) {
      return;
    }
    for (Pairing pairing : pairings) {
      var alignment = new Alignment(Alignment.Method.AUTOMATIC, pairing.confidence());
      boolean isFirst = pairing.original().from() == 0;
      MutableSection part = isFirst ? section : new MutableSection(null, alignment);
      part.put(pairing.original().of(left), pairing.translation().of(right));
      part.align(alignment);
      if (!isFirst) {
        context.added().add(part);
      }
    }
  }
}
