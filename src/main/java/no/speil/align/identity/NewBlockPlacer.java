package no.speil.align.identity;

import java.util.List;
import java.util.stream.Stream;
import no.speil.align.dp.Aligner;
import no.speil.align.dp.Pairing;
import no.speil.corpus.Alignment;

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
    SectionOrder.forEachGap(
        context.result().sections(),
        context.original().current().stream().filter(policy::isFree).toList(),
        context.translation().current().stream().filter(policy::isFree).toList(),
        (left, right) -> place(left, right, policy));
  }

  private void place(List<CurrentBlock> left, List<CurrentBlock> right, PairingPolicy policy) {
    if (Stream.of(left, right).flatMap(List::stream).noneMatch(policy::isNew)) {
      return;
    }
    for (Pairing pairing : aligner.align(CurrentBlock.blocks(left), CurrentBlock.blocks(right))) {
      policy.apply(
          pairing.original().of(left),
          pairing.translation().of(right),
          new Alignment(Alignment.Method.AUTOMATIC, pairing.confidence()));
    }
  }
}
