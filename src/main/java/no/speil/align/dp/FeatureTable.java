package no.speil.align.dp;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * One kind of feature of all blocks of both sides, numbered and weighted by rarity. The features
 * that an original block shares with each translation block are found by postings: no two blocks
 * are compared.
 */
final class FeatureTable {
  private final int[][] original;
  private final Postings translation;
  private final Postings originals;
  private final float[] weights;

  /** The weight of all features of each original block. */
  final double[] originalTotal;

  /** The same of the translation. */
  final double[] translationTotal;

  /**
   * Weights each feature by the log of its rarity, to the given power.
   *
   * @param left the features of each original block, as numbers from 0, each once
   * @param right the same of the translation
   * @param features how many numbers there are, those of other kinds of features included
   */
  FeatureTable(
      List<BlockFeatures> left,
      List<BlockFeatures> right,
      Function<BlockFeatures, int[]> kind,
      int features,
      int power) {
    this.original = left.stream().map(kind).toArray(int[][]::new);
    int[][] other = right.stream().map(kind).toArray(int[][]::new);
    this.translation = new Postings(other, features);
    this.originals = new Postings(original, features);
    this.weights = new float[features];
    double blocks = Math.sqrt((double) original.length * other.length) + 1;
    for (int feature = 0; feature < features; feature++) {
      int here = originals.count(feature);
      int there = translation.count(feature);
      if (here + there == 0) {
        continue; // of another kind
      }
      double both = Math.max(1.0, here) * Math.max(1.0, there);
      double rarity = Math.max(0, Math.log(blocks / Math.sqrt(both)));
      weights[feature] = (float) Math.pow(rarity, power);
    }
    this.originalTotal = totals(original);
    this.translationTotal = totals(other);
  }

  /**
   * Adds the weight of the features that an original block shares with each translation block from
   * the first to that before the last.
   */
  void addShared(int i, int from, int to, double[] sums) {
    for (int feature : original[i]) {
      float weight = weights[feature];
      int end = translation.end(feature);
      for (int at = translation.first(feature, from); at < end; at++) {
        int j = translation.block(at);
        if (j >= to) {
          break;
        }
        sums[j - from] += weight;
      }
    }
  }

  /**
   * Pairs of blocks that share a feature that no other block of their side has: the translation
   * block for each original block, or -1.
   */
  int[] unique() {
    int[] pairs = new int[original.length];
    Arrays.fill(pairs, -1);
    for (int i = 0; i < original.length; i++) {
      for (int feature : original[i]) {
        if (originals.count(feature) == 1 && translation.count(feature) == 1) {
          pairs[i] = translation.block(translation.first(feature, 0));
        }
      }
    }
    return pairs;
  }

  private double[] totals(int[][] side) {
    double[] totals = new double[side.length];
    for (int i = 0; i < side.length; i++) {
      for (int feature : side[i]) {
        totals[i] += weights[feature];
      }
    }
    return totals;
  }
}
