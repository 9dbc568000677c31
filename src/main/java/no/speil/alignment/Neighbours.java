package no.speil.alignment;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import no.speil.corpus.BlockPrint;

/** Recognises edited, split and merged blocks by where they stand: between recognised ones. */
final class Neighbours {
  private final List<BlockPrint> recorded;
  private final List<Found> found;
  private final Recognition recognition;
  private final Likeness likeness;

  Neighbours(
      List<BlockPrint> recorded, List<Found> found, Recognition recognition, Likeness likeness) {
    this.recorded = recorded;
    this.found = found;
    this.recognition = recognition;
    this.likeness = likeness;
  }

  void recognise() {
    for (int from = 0; from < found.size(); ) {
      if (recognition.isKnown(from)) {
        from++;
        continue;
      }
      int to = from + 1;
      while (to < found.size() && !recognition.isKnown(to)) {
        to++;
      }
      List<Integer> lost = lostBetween(from, to);
      if (!lost.isEmpty()) {
        new Gap(recorded, lost, found, from, to, likeness).recognise(recognition);
      }
      from = to;
    }
  }

  /** The recorded blocks without heirs just after the left neighbour's and before the right's. */
  private List<Integer> lostBetween(int from, int to) {
    var lost = new LinkedHashSet<Integer>();
    int i = from == 0 ? 0 : recognition.home(from - 1) + 1;
    while (i < recorded.size() && !recognition.hasHeir(i)) {
      lost.add(i++);
    }
    int end = to == found.size() ? recorded.size() : recognition.home(to);
    int start = end;
    while (start > 0 && !recognition.hasHeir(start - 1)) {
      start--;
    }
    for (int k = start; k < end; k++) {
      lost.add(k);
    }
    return new ArrayList<>(lost);
  }
}
