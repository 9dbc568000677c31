package no.speil.align.dp;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One kind of feature of all blocks of both sides, numbered and weighted by rarity, so that the
 * features that two blocks share are found in one pass over two short sorted arrays.
 */
final class FeatureTable {
  private final int[][] original;
  private final int[][] translation;
  private final float[] weights;
  private final double[] originalTotal;
  private final double[] translationTotal;
  private final int[][] frequencies;

  /** Weights each feature by the log of its rarity, to the given power. */
  FeatureTable(List<Set<String>> original, List<Set<String>> translation, int power) {
    Map<String, Integer> numbers = new HashMap<>();
    this.original = numbered(original, numbers);
    this.translation = numbered(translation, numbers);
    this.frequencies = new int[][] {new int[numbers.size()], new int[numbers.size()]};
    count(this.original, frequencies[0]);
    count(this.translation, frequencies[1]);
    this.weights = new float[numbers.size()];
    double blocks = Math.sqrt((double) original.size() * translation.size()) + 1;
    for (int cue = 0; cue < weights.length; cue++) {
      double often =
          Math.sqrt(Math.max(1.0, frequencies[0][cue]) * Math.max(1.0, frequencies[1][cue]));
      weights[cue] = (float) Math.pow(Math.max(0, Math.log(blocks / often)), power);
    }
    this.originalTotal = totals(this.original);
    this.translationTotal = totals(this.translation);
  }

  /** The weight of the features that both blocks have. */
  double shared(int i, int j) {
    int[] a = original[i];
    int[] b = translation[j];
    double sum = 0;
    int x = 0;
    int y = 0;
    while (x < a.length && y < b.length) {
      if (a[x] == b[y]) {
        sum += weights[a[x]];
        x++;
        y++;
      } else if (a[x] < b[y]) {
        x++;
      } else {
        y++;
      }
    }
    return sum;
  }

  double originalTotal(int i) {
    return originalTotal[i];
  }

  double translationTotal(int j) {
    return translationTotal[j];
  }

  /**
   * Pairs of blocks that share a feature that no other block of their side has: the translation
   * block for each original block, or -1.
   */
  int[] unique() {
    int[] ofCue = new int[weights.length];
    for (int j = 0; j < translation.length; j++) {
      for (int cue : translation[j]) {
        ofCue[cue] = j;
      }
    }
    int[] pairs = new int[original.length];
    Arrays.fill(pairs, -1);
    for (int i = 0; i < original.length; i++) {
      for (int cue : original[i]) {
        if (frequencies[0][cue] == 1 && frequencies[1][cue] == 1) {
          pairs[i] = ofCue[cue];
        }
      }
    }
    return pairs;
  }

  private double[] totals(int[][] side) {
    double[] totals = new double[side.length];
    for (int i = 0; i < side.length; i++) {
      for (int cue : side[i]) {
        totals[i] += weights[cue];
      }
    }
    return totals;
  }

  private static int[][] numbered(List<Set<String>> side, Map<String, Integer> numbers) {
    int[][] numbered = new int[side.size()][];
    for (int i = 0; i < numbered.length; i++) {
      int[] cues = new int[side.get(i).size()];
      int k = 0;
      for (String cue : side.get(i)) {
        cues[k++] = numbers.computeIfAbsent(cue, c -> numbers.size());
      }
      Arrays.sort(cues);
      numbered[i] = cues;
    }
    return numbered;
  }

  private static void count(int[][] side, int[] frequencies) {
    for (int[] cues : side) {
      for (int cue : cues) {
        frequencies[cue]++;
      }
    }
  }
}
