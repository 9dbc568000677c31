package no.speil.alignment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.speil.corpus.BlockPrint;

/**
 * Sections whose changed text a new block resembles, too weakly to be known as theirs but too much
 * to be taken for another's: it may be a part torn off, or moved and rewritten.
 */
final class Traces {
  /** More than unrelated paragraphs share; measured by {@code IdentityFigures}. */
  static final double FAINT = 0.2;

  private static final int MOST_COMPARISONS = 250_000;

  private final Map<Found, Integer> sections = new HashMap<>();

  Traces(Half half) {
    Recognition recognition = half.recognition();
    List<Integer> changed = changed(half);
    List<Found> fresh = new ArrayList<>();
    for (int j = 0; j < recognition.found(); j++) {
      if (!recognition.isKnown(j) || recognition.isLaterPart(j)) {
        fresh.add(half.found().get(j));
      }
    }
    if ((long) changed.size() * fresh.size() <= MOST_COMPARISONS) {
      fresh.forEach(block -> trace(block, changed, half));
    }
  }

  /** The number of the section that the block may come from. */
  Optional<Integer> section(Found block) {
    return Optional.ofNullable(sections.get(block));
  }

  private void trace(Found block, List<Integer> changed, Half half) {
    double most = FAINT;
    for (int i : changed) {
      double similarity = half.recorded().get(i).sketch().similarity(block.sketch());
      if (similarity >= most) {
        most = similarity;
        sections.put(block, half.sectionOf().get(i));
      }
    }
  }

  /** Recorded blocks whose text is no longer there as it was. */
  private static List<Integer> changed(Half half) {
    var changed = new ArrayList<Integer>();
    Recognition recognition = half.recognition();
    for (int i = 0; i < recognition.recorded(); i++) {
      BlockPrint print = half.recorded().get(i);
      int heir = recognition.heir(i);
      if (heir < 0 || !half.found().get(heir).hash().equals(print.hash())) {
        changed.add(i);
      }
    }
    return changed;
  }
}
