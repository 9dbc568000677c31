package no.speil.align.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import no.speil.align.dp.Aligner;
import no.speil.align.dp.Pairing;
import no.speil.corpus.Alignment;
import no.speil.corpus.Block;
import no.speil.corpus.Side;

/**
 * Divides a section whose original was split and whose translation has several blocks as well: each
 * part goes with its translation, the first keeps the section.
 */
final class SectionSplits {
  private final MatchedSide original;
  private final Aligner aligner;

  SectionSplits(MatchedSide original, Aligner aligner) {
    this.original = original;
    this.aligner = aligner;
  }

  /**
   * @param sections by number
   * @param apart where the later parts go as groups of their own
   */
  void divide(MutableSection[] sections, List<MutableSection> apart) {
    BlockMatches blockMatches = original.blockMatches();
    for (int j = 1; j < blockMatches.found(); j++) {
      if (!blockMatches.isLaterPart(j) || blockMatches.isLaterPart(j - 1)) {
        continue;
      }
      int to = j + 1;
      while (to < blockMatches.found()
          && blockMatches.isLaterPart(to)
          && blockMatches.home(to) == blockMatches.home(j)) {
        to++;
      }
      CurrentBlock before = original.currentBlock().get(j - 1);
      for (MutableSection section : sections) {
        if (section.has(Side.ORIGINAL) && section.side(Side.ORIGINAL).getLast().equals(before)) {
          divide(section, original.currentBlock().subList(j, to), apart);
        }
      }
    }
  }

  private void divide(
      MutableSection section, List<CurrentBlock> laterParts, List<MutableSection> apart) {
    List<CurrentBlock> right = section.side(Side.TRANSLATION);
    if (right.size() < 2 || section.isConfirmed()) {
      return;
    }
    List<CurrentBlock> left =
        Stream.of(section.side(Side.ORIGINAL), laterParts).flatMap(List::stream).toList();
    List<Pairing> pairings = aligner.align(blocks(left), blocks(right));
    if (pairings.size() < 2 || !pairings.stream().allMatch(Pairing::isLink)) {
      return;
    }
    var mutableSections = new ArrayList<MutableSection>();
    for (Pairing pairing : pairings) {
      var alignment = new Alignment(Alignment.Method.AUTOMATIC, pairing.confidence());
      MutableSection mutableSection =
          mutableSections.isEmpty() ? section : new MutableSection(null, alignment);
      mutableSection.put(Side.ORIGINAL, part(left, pairing.original()));
      mutableSection.put(Side.TRANSLATION, part(right, pairing.translation()));
      mutableSection.align(alignment);
      mutableSections.add(mutableSection);
    }
    apart.addAll(mutableSections.subList(1, mutableSections.size()));
  }

  private static List<CurrentBlock> part(List<CurrentBlock> blocks, Pairing.Span span) {
    return blocks.subList(span.from(), span.to());
  }

  private static List<Block> blocks(List<CurrentBlock> currentBlock) {
    return currentBlock.stream().map(CurrentBlock::block).toList();
  }
}
