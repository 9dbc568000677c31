package no.speil.align.identity;

import java.util.List;
import java.util.stream.Stream;
import no.speil.align.dp.Aligner;
import no.speil.align.dp.Pairing;
import no.speil.corpus.Alignment;
import no.speil.corpus.Side;

/**
 * Divides a section whose original was split and whose translation has several blocks as well: each
 * part goes with its translation, and the first keeps the section.
 */
final class SectionSplits {
  private final BlockMatches original;
  private final MutableLayout layout;
  private final Aligner aligner;

  SectionSplits(MatchContext context, Aligner aligner) {
    this.original = context.original();
    this.layout = context.result();
    this.aligner = aligner;
  }

  void divide() {
    int size = original.current().size();
    for (int j = 1; j < size; j++) {
      if (!original.isLaterPart(j) || original.isLaterPart(j - 1)) {
        continue;
      }
      int to = j + 1;
      while (to < size
          && original.isLaterPart(to)
          && original.recordedOf(to) == original.recordedOf(j)) {
        to++;
      }
      CurrentBlock before = original.current().get(j - 1);
      for (MutableSection section : layout.continued()) {
        if (section.has(Side.ORIGINAL) && section.side(Side.ORIGINAL).getLast().equals(before)) {
          divide(section, original.current().subList(j, to));
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
        layout.add(part);
      }
    }
  }
}
