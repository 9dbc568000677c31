package no.speil.alignment;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import no.speil.corpus.Alignment;
import no.speil.corpus.Block;
import no.speil.corpus.Side;

/**
 * Divides a section whose original was split and whose translation has several blocks as well: each
 * part goes with its translation, the first keeps the section.
 */
final class Splits {
  private final Half original;
  private final Aligner aligner;

  Splits(Half original, Aligner aligner) {
    this.original = original;
    this.aligner = aligner;
  }

  /**
   * @param sections by number
   * @param apart where the later parts go as groups of their own
   */
  void divide(Group[] sections, List<Group> apart) {
    Recognition recognition = original.recognition();
    for (int j = 1; j < recognition.found(); j++) {
      if (!recognition.isLaterPart(j) || recognition.isLaterPart(j - 1)) {
        continue;
      }
      int to = j + 1;
      while (to < recognition.found()
          && recognition.isLaterPart(to)
          && recognition.home(to) == recognition.home(j)) {
        to++;
      }
      Found before = original.found().get(j - 1);
      for (Group section : sections) {
        if (section.has(Side.ORIGINAL) && section.side(Side.ORIGINAL).getLast().equals(before)) {
          divide(section, original.found().subList(j, to), apart);
        }
      }
    }
  }

  private void divide(Group section, List<Found> laterParts, List<Group> apart) {
    List<Found> right = section.side(Side.TRANSLATION);
    if (right.size() < 2 || section.isConfirmed()) {
      return;
    }
    List<Found> left =
        Stream.of(section.side(Side.ORIGINAL), laterParts).flatMap(List::stream).toList();
    List<Pairing> pairings = aligner.align(blocks(left), blocks(right));
    if (pairings.size() < 2 || !pairings.stream().allMatch(Pairing::isLink)) {
      return;
    }
    var groups = new ArrayList<Group>();
    for (Pairing pairing : pairings) {
      var alignment = new Alignment(Alignment.Method.AUTOMATIC, pairing.confidence());
      Group group = groups.isEmpty() ? section : new Group(null, alignment);
      group.put(Side.ORIGINAL, part(left, pairing.original()));
      group.put(Side.TRANSLATION, part(right, pairing.translation()));
      group.align(alignment);
      groups.add(group);
    }
    apart.addAll(groups.subList(1, groups.size()));
  }

  private static List<Found> part(List<Found> blocks, Pairing.Span span) {
    return blocks.subList(span.from(), span.to());
  }

  private static List<Block> blocks(List<Found> found) {
    return found.stream().map(Found::block).toList();
  }
}
