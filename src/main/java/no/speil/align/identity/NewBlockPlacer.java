package no.speil.align.identity;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import no.speil.align.dp.Aligner;
import no.speil.align.dp.IncreasingSubsequence;
import no.speil.align.dp.Pairing;
import no.speil.align.dp.Pairing.Span;
import no.speil.corpus.Alignment;
import no.speil.corpus.Block;
import no.speil.corpus.Side;

/**
 * Finds places for the blocks that no remembered section holds: between two neighbours that have
 * both sides, they are aligned with each other, and with sections that have waited for a
 * counterpart.
 */
public final class NewBlockPlacer {
  private final MatchedSide original;
  private final MatchedSide translation;
  private final Aligner aligner;

  NewBlockPlacer(MatchedSide original, MatchedSide translation, Aligner aligner) {
    this.original = original;
    this.translation = translation;
    this.aligner = aligner;
  }

  void settle(List<MutableSection> mutableSections, PairingPolicy pairingPolicy) {
    int left = 0;
    int right = 0;
    for (MutableSection anchor : anchors(mutableSections)) {
      fill(
          original.between(left, anchor.first(Side.ORIGINAL)),
          translation.between(right, anchor.first(Side.TRANSLATION)),
          pairingPolicy);
      left = anchor.last(Side.ORIGINAL);
      right = anchor.last(Side.TRANSLATION);
    }
    fill(original.after(left), translation.after(right), pairingPolicy);
    mutableSections.removeIf(MutableSection::isEmpty);
  }

  /** Sections with both sides that stand in the same order on both. */
  public static List<MutableSection> anchors(List<MutableSection> mutableSections) {
    List<MutableSection> pairs =
        mutableSections.stream()
            .filter(MutableSection::isPair)
            .sorted(Comparator.comparingInt(mutableSection -> mutableSection.first(Side.ORIGINAL)))
            .toList();
    int[] places =
        pairs.stream().mapToInt(mutableSection -> mutableSection.first(Side.TRANSLATION)).toArray();
    return Arrays.stream(IncreasingSubsequence.longest(places)).mapToObj(pairs::get).toList();
  }

  private void fill(
      List<CurrentBlock> originals, List<CurrentBlock> translations, PairingPolicy pairingPolicy) {
    if (Stream.of(originals, translations).flatMap(List::stream).noneMatch(pairingPolicy::isNew)) {
      return;
    }
    List<CurrentBlock> left = originals.stream().filter(pairingPolicy::isFree).toList();
    List<CurrentBlock> right = translations.stream().filter(pairingPolicy::isFree).toList();
    for (Pairing pairing : aligner.align(blocks(left), blocks(right))) {
      pairingPolicy.settle(
          part(left, pairing.original()),
          part(right, pairing.translation()),
          new Alignment(Alignment.Method.AUTOMATIC, pairing.confidence()));
    }
  }

  public static List<CurrentBlock> part(List<CurrentBlock> blocks, Span span) {
    return blocks.subList(span.from(), span.to());
  }

  public static List<Block> blocks(List<CurrentBlock> currentBlock) {
    return currentBlock.stream().map(CurrentBlock::block).toList();
  }
}
