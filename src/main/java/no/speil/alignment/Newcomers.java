package no.speil.alignment;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import no.speil.alignment.Pairing.Span;
import no.speil.corpus.Alignment;
import no.speil.corpus.Block;
import no.speil.corpus.Side;

/**
 * Finds places for the blocks that no remembered section holds: between two neighbours that have
 * both sides, they are aligned with each other, and with sections that have waited for a
 * counterpart.
 */
final class Newcomers {
  private final Half original;
  private final Half translation;
  private final Aligner aligner;

  Newcomers(Half original, Half translation, Aligner aligner) {
    this.original = original;
    this.translation = translation;
    this.aligner = aligner;
  }

  void settle(List<Group> groups, Matchmaking matchmaking) {
    int left = 0;
    int right = 0;
    for (Group anchor : anchors(groups)) {
      fill(
          original.between(left, anchor.first(Side.ORIGINAL)),
          translation.between(right, anchor.first(Side.TRANSLATION)),
          matchmaking);
      left = anchor.last(Side.ORIGINAL);
      right = anchor.last(Side.TRANSLATION);
    }
    fill(original.after(left), translation.after(right), matchmaking);
    groups.removeIf(Group::isEmpty);
  }

  /** Sections with both sides that stand in the same order on both. */
  static List<Group> anchors(List<Group> groups) {
    List<Group> pairs =
        groups.stream()
            .filter(Group::isPair)
            .sorted(Comparator.comparingInt(group -> group.first(Side.ORIGINAL)))
            .toList();
    int[] places = pairs.stream().mapToInt(group -> group.first(Side.TRANSLATION)).toArray();
    return Arrays.stream(RisingChain.longest(places)).mapToObj(pairs::get).toList();
  }

  private void fill(List<Found> originals, List<Found> translations, Matchmaking matchmaking) {
    if (Stream.of(originals, translations).flatMap(List::stream).noneMatch(matchmaking::isNew)) {
      return;
    }
    List<Found> left = originals.stream().filter(matchmaking::isFree).toList();
    List<Found> right = translations.stream().filter(matchmaking::isFree).toList();
    for (Pairing pairing : aligner.align(blocks(left), blocks(right))) {
      matchmaking.settle(
          part(left, pairing.original()),
          part(right, pairing.translation()),
          new Alignment(Alignment.Method.AUTOMATIC, pairing.confidence()));
    }
  }

  static List<Found> part(List<Found> blocks, Span span) {
    return blocks.subList(span.from(), span.to());
  }

  static List<Block> blocks(List<Found> found) {
    return found.stream().map(Found::block).toList();
  }
}
