package no.speil.align.dp;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import no.speil.align.dp.ParallelTexts.Parallel;

/** Counts of correct, made and expected links. */
record LinkScore(int right, int made, int wanted) {
  static final LinkScore NOTHING = new LinkScore(0, 0, 0);

  static LinkScore of(Parallel text, List<List<Integer>> links) {
    var found = new HashSet<>(links);
    found.retainAll(text.links());
    return new LinkScore(found.size(), links.size(), text.links().size());
  }

  LinkScore plus(LinkScore other) {
    return new LinkScore(right + other.right, made + other.made, wanted + other.wanted);
  }

  double precision() {
    return made == 0 ? 1 : (double) right / made;
  }

  double recall() {
    return wanted == 0 ? 1 : (double) right / wanted;
  }

  double f1() {
    return 2.0 * right / Math.max(1, made + wanted);
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.3f %.3f %.4f", precision(), recall(), f1());
  }
}
