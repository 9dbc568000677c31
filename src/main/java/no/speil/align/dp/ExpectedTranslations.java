package no.speil.align.dp;

import java.util.Arrays;
import java.util.List;
import no.speil.lexicon.TermTranslation;

/**
 * The translations that the runs of one side lead to expect on the other side, by the lexicon. Only
 * those that are somewhere on the other side are kept.
 */
final class ExpectedTranslations {
  /** The highest probability given to a translation. */
  private static final double SUREST = 0.9;

  private final double[] rarity;

  /** For each own term, its translations that the other side has: their numbers and weights. */
  private final int[][] targets;

  private final double[][] weights;

  /** For each own term, the weight of all its translations. */
  private final double[] masses;

  private final Runs[] runs = new Runs[Bead.LONGEST];

  /** The expected translations of all runs of one length, run after run. */
  static final class Runs {
    /** Where the expected translations of each run begin. */
    final int[] starts;

    /** The weight of the translations of each run that the lexicon knows. */
    final double[] known;

    int[] terms = new int[256];

    /** How much weight of the run's words each covers. */
    float[] masses = new float[256];

    /**
     * By the length of the run on the other side, less 1: the log of how much more likely it has
     * the translation than any such run has.
     */
    final float[][] gains = new float[Bead.LONGEST][];

    private Runs(int size) {
      starts = new int[size + 1];
      known = new double[size];
    }
  }

  ExpectedTranslations(BlockTerms own, BlockTerms other) {
    Postings present = other.postings();
    this.rarity = new double[other.size()];
    for (int term = 0; term < rarity.length; term++) {
      rarity[term] = (other.blocks() + 1.0) / (present.count(term) + 0.5);
    }
    this.targets = new int[own.size()][];
    this.weights = new double[own.size()][];
    this.masses = new double[own.size()];
    for (int term = 0; term < targets.length; term++) {
      masses[term] = own.term(term).mass();
      expect(term, own.term(term), other);
    }
    for (int length = 1; length <= runs.length; length++) {
      runs[length - 1] = runs(own, length);
    }
  }

  Runs runs(int length) {
    return runs[length - 1];
  }

  private void expect(int number, Term term, BlockTerms other) {
    List<TermTranslation> there =
        term.translations().stream().filter(each -> other.number(each.term()) >= 0).toList();
    targets[number] = there.stream().mapToInt(each -> other.number(each.term())).toArray();
    weights[number] = there.stream().mapToDouble(TermTranslation::weight).toArray();
  }

  private Runs runs(BlockTerms own, int length) {
    var all = new Runs(Math.max(0, own.blocks() - length + 1));
    double[] probabilities = new double[256];
    int[] place = new int[rarity.length];
    Arrays.fill(place, -1);
    int size = 0;
    for (int i = 0; i < all.known.length; i++) {
      for (int term : own.of(i, length)) {
        all.known[i] += masses[term];
        for (int k = 0; k < targets[term].length; k++) {
          int target = targets[term][k];
          if (place[target] < all.starts[i]) {
            if (size == all.terms.length) {
              all.terms = Arrays.copyOf(all.terms, 2 * size);
              all.masses = Arrays.copyOf(all.masses, 2 * size);
              probabilities = Arrays.copyOf(probabilities, 2 * size);
            }
            place[target] = size;
            all.terms[size] = target;
            size++;
          }
          int at = place[target];
          probabilities[at] = Math.min(SUREST, probabilities[at] + weights[term][k]);
          all.masses[at] = (float) Math.max(all.masses[at], masses[term]);
        }
      }
      all.starts[i + 1] = size;
    }
    for (int other = 1; other <= Bead.LONGEST; other++) {
      float[] gains = new float[size];
      for (int at = 0; at < size; at++) {
        double ratio = Math.max(1, rarity[all.terms[at]] / other);
        gains[at] = (float) Math.log(1 - probabilities[at] + probabilities[at] * ratio);
      }
      all.gains[other - 1] = gains;
    }
    return all;
  }
}
