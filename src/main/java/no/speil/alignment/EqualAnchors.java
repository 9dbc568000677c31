package no.speil.alignment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.speil.corpus.BlockPrint;

/**
 * Recognises blocks by the anchor that their writer gave them, however much of their text is new:
 * where one lost block had it and one new block has it.
 */
final class EqualAnchors {
  private static final int SEVERAL = -1;

  private final List<BlockPrint> recorded;
  private final List<Found> found;
  private final Recognition recognition;

  EqualAnchors(List<BlockPrint> recorded, List<Found> found, Recognition recognition) {
    this.recorded = recorded;
    this.found = found;
    this.recognition = recognition;
  }

  void recognise() {
    Map<String, Integer> before = new HashMap<>();
    for (int i = 0; i < recorded.size(); i++) {
      before.merge(recorded.get(i).anchor(), i, (a, b) -> SEVERAL);
    }
    before.remove("");
    if (before.isEmpty()) {
      return;
    }
    Map<String, Integer> now = new HashMap<>();
    for (int j = 0; j < found.size(); j++) {
      now.merge(found.get(j).anchor(), j, (a, b) -> SEVERAL);
    }
    before.forEach((anchor, i) -> match(i, now.getOrDefault(anchor, SEVERAL)));
  }

  private void match(int i, int j) {
    if (i != SEVERAL
        && j != SEVERAL
        && !recognition.hasHeir(i)
        && !recognition.isKnown(j)
        && Kinship.canBecome(recorded.get(i).kind(), found.get(j).block().kind())) {
      recognition.match(i, j);
    }
  }
}
