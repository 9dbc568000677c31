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

  /** By their length, less 1; then by their first block. */
  private final Run[][] runs = new Run[Bead.LONGEST][];

  /** For the run at hand: where each translation stands among {@link #terms}; -1 if not yet. */
  private final int[] places;

  private final int[] terms;
  private final double[] probabilities;
  private final float[] covered;

  /** What a run leads to expect. */
  static final class Run {
    /** The weight of its translations that the lexicon knows. */
    final double known;

    /** Those that the other side has. */
    final int[] terms;

    /** How much weight of the run's words each covers. */
    final float[] masses;

    /**
     * By the length of the run on the other side, less 1: the log of how much more likely it has
     * the translation than any such run has.
     */
    final float[][] gains = new float[Bead.LONGEST][];

    private Run(double known, int[] terms, float[] masses) {
      this.known = known;
      this.terms = terms;
      this.masses = masses;
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
    this.places = new int[rarity.length];
    Arrays.fill(places, -1);
    this.terms = new int[rarity.length];
    this.probabilities = new double[rarity.length];
    this.covered = new float[rarity.length];
    for (int length = 1; length <= runs.length; length++) {
      runs[length - 1] = new Run[Math.max(0, own.blocks() - length + 1)];
      for (int from = 0; from < runs[length - 1].length; from++) {
        runs[length - 1][from] = run(own.of(from, length));
      }
    }
  }

  /** The runs of one length by their first block. */
  Run[] runs(int length) {
    return runs[length - 1];
  }

  private void expect(int number, Term term, BlockTerms other) {
    List<TermTranslation> there =
        term.translations().stream().filter(each -> other.number(each.term()) >= 0).toList();
    targets[number] = there.stream().mapToInt(each -> other.number(each.term())).toArray();
    weights[number] = there.stream().mapToDouble(TermTranslation::weight).toArray();
  }

  private Run run(int[] own) {
    double known = 0;
    int size = 0;
    for (int term : own) {
      known += masses[term];
      for (int k = 0; k < targets[term].length; k++) {
        int target = targets[term][k];
        if (places[target] < 0) {
          terms[size] = target;
          probabilities[size] = 0;
          covered[size] = 0;
          places[target] = size++;
        }
        int at = places[target];
        probabilities[at] = Math.min(SUREST, probabilities[at] + weights[term][k]);
        covered[at] = (float) Math.max(covered[at], masses[term]);
      }
    }
    var run = new Run(known, Arrays.copyOf(terms, size), Arrays.copyOf(covered, size));
    for (int other = 1; other <= Bead.LONGEST; other++) {
      float[] gains = new float[size];
      for (int at = 0; at < size; at++) {
        double ratio = Math.max(1, rarity[terms[at]] / other);
        gains[at] = (float) Math.log(1 - probabilities[at] + probabilities[at] * ratio);
        places[terms[at]] = -1;
      }
      run.gains[other - 1] = gains;
    }
    return run;
  }
}
