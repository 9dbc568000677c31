package no.speil.align.identity;

import java.util.List;
import java.util.stream.Stream;
import no.speil.align.dp.Aligner;
import no.speil.align.dp.Pairing;
import no.speil.corpus.Alignment;
import no.speil.corpus.Side;

/**
 * Places the blocks that belong to no recorded section: those between two neighbouring pairs are
 * aligned with each other, and with sections that have waited for a counterpart.
 */
final class NewBlockPlacer {
  private final MatchContext context;
  private final Aligner aligner;

  NewBlockPlacer(MatchContext context, Aligner aligner) {
    this.context = context;
    this.aligner = aligner;
  }

  void place() {
    var policy = new PairingPolicy(context);
    BlockMatches original = context.original();
    BlockMatches translation = context.translation();
    int left = 0;
    int right = 0;
    for (MutableSection anchor : SectionOrder.anchors(context.result().sections())) {
      place(
          original.between(left, anchor.first(Side.ORIGINAL)),
          translation.between(right, anchor.first(Side.TRANSLATION)),
          policy);
      left = anchor.last(Side.ORIGINAL);
      right = anchor.last(Side.TRANSLATION);
    }
    place(original.after(left), translation.after(right), policy);
  }

  private void place(
      List<CurrentBlock> originals, List<CurrentBlock> translations, PairingPolicy policy) {
    if (Stream.of(originals, translations).flatMap(List::stream).noneMatch(policy::isNew)) {
      return;
    }
    List<CurrentBlock> left = originals.stream().filter(policy::isFree).toList();
    List<CurrentBlock> right = translations.stream().filter(policy::isFree).toList();
    for (Pairing pairing : aligner.align(CurrentBlock.blocks(left), CurrentBlock.blocks(right))) {
      policy.apply(
          pairing.original().of(left),
          pairing.translation().of(right),
          new Alignment(Alignment.Method.AUTOMATIC, pairing.confidence()));
    }
  }
}
