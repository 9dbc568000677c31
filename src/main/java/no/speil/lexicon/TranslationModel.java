package no.speil.lexicon;

import java.util.Arrays;
import java.util.BitSet;
import no.speil.lexicon.Bitext.SideTexts;

/**
 * Word translation probabilities, trained by expectation maximisation: IBM Model 1 (Brown et al.
 * 1993), with a preference for words in similar positions (Dyer, Chahuneau and Smith 2013).
 * Deterministic, also with several threads.
 */
final class TranslationModel {
  private static final int STEPS = 64;

  /** The least probability that two words translate each other in a text, to be counted. */
  private static final double LIKELY = .4;

  private final Bitext texts;
  private final CooccurrenceMatrix cooccurrenceMatrix;
  private final TrainingOptions trainingOptions;
  private final float[] nearness = new float[STEPS + 1];
  private final Direction toOriginal;
  private final Direction toTranslation;
  private final int taught;

  /**
   * @param taught how many of the texts, from the first, are the archive's
   */
  TranslationModel(
      Bitext texts,
      int taught,
      CooccurrenceMatrix cooccurrenceMatrix,
      TrainingOptions trainingOptions) {
    this.texts = texts;
    this.cooccurrenceMatrix = cooccurrenceMatrix;
    this.trainingOptions = trainingOptions;
    for (int step = 0; step <= STEPS; step++) {
      nearness[step] = (float) Math.exp(-trainingOptions.diagonal() * step / STEPS);
    }
    this.taught = taught;
    this.toOriginal = new Direction(texts.original(), texts.translation(), true);
    this.toTranslation = new Direction(texts.translation(), texts.original(), false);
    toOriginal.learn();
    toTranslation.learn();
  }

  /** The mean of the translation probabilities of the cell's words in both directions. */
  float weight(int cell) {
    return (toOriginal.probability[cell] + toTranslation.probability[cell]) / 2;
  }

  /** The probability of the Norwegian word where its English one stands. */
  float original(int cell) {
    return toOriginal.probability[cell];
  }

  /** The probability of the English word where its Norwegian one stands. */
  float translation(int cell) {
    return toTranslation.probability[cell];
  }

  /** The expected number of times that the cell's words translate each other. */
  float times(int cell) {
    return (toOriginal.counts[cell] + toTranslation.counts[cell]) / 2;
  }

  /** Whether the cell's words very likely do in several texts of the archive. */
  boolean isInSeveralTexts(int cell) {
    return toOriginal.inSeveral.get(cell) || toTranslation.inSeveral.get(cell);
  }

  /** One direction of the model: explains each word of the target by the words of the source. */
  private final class Direction {
    private final SideTexts target;
    private final SideTexts source;
    private final boolean rowsAreSource;
    private final float[] probability = new float[cooccurrenceMatrix.size()];
    private final float[] counts = new float[cooccurrenceMatrix.size()];
    private final BitSet inSeveral = new BitSet();

    /** The number of the first text, from 1, in which a cell is likely; while learning only. */
    private int[] firstLikely = {};

    private final double[] totals;
    private final float[] unexplained;
    private final double[] unexplainedCounts;
    private boolean isLast;

    Direction(SideTexts target, SideTexts source, boolean rowsAreSource) {
      this.target = target;
      this.source = source;
      this.rowsAreSource = rowsAreSource;
      this.totals = new double[source.size()];
      this.unexplained = new float[target.size()];
      this.unexplainedCounts = new double[target.size()];
    }

    void learn() {
      Arrays.fill(probability, 1f / Math.max(1, target.size()));
      Arrays.fill(unexplained, 1f / Math.max(1, target.size()));
      firstLikely = new int[cooccurrenceMatrix.size()];
      for (int round = 0; round < trainingOptions.rounds(); round++) {
        isLast = round + 1 == trainingOptions.rounds();
        expect();
        maximise();
      }
      firstLikely = new int[0];
    }

    private void expect() {
      Arrays.fill(counts, 0);
      Arrays.fill(totals, 0);
      Arrays.fill(unexplainedCounts, 0);
      int base = 0;
      for (int pair = 0; pair < texts.pairs(); pair++) {
        int targets = target.start(pair + 1) - target.start(pair);
        int sources = source.start(pair + 1) - source.start(pair);
        for (int i = 0; i < targets; i++) {
          int first = base + (rowsAreSource ? i * sources : i);
          explain(pair, target.start(pair) + i, first, rowsAreSource ? 1 : targets);
        }
        base += targets * sources;
      }
    }

    private void explain(int pair, int at, int first, int stride) {
      int start = source.start(pair);
      int end = source.start(pair + 1);
      float place = target.place(at);
      double near = 0;
      double sum = 0;
      for (int j = start, meeting = first; j < end; j++, meeting += stride) {
        float prior = prior(place, source.place(j));
        near += prior;
        sum += prior * probability[cooccurrenceMatrix.met(meeting)];
      }
      double scale = (1 - trainingOptions.nullProbability()) / near;
      double none = trainingOptions.nullProbability() * unexplained[target.word(at)];
      double all = sum * scale + none;
      if (all <= 0) {
        return;
      }
      double part = texts.weight(pair) * scale / all;
      for (int j = start, meeting = first; j < end; j++, meeting += stride) {
        int cell = cooccurrenceMatrix.met(meeting);
        double count = part * prior(place, source.place(j)) * probability[cell];
        if (isLast && pair < taught && count >= LIKELY) {
          if (firstLikely[cell] == 0) {
            firstLikely[cell] = pair + 1;
          } else if (firstLikely[cell] <= pair) {
            inSeveral.set(cell);
          }
        }
        counts[cell] += (float) count;
        totals[source.word(j)] += count;
      }
      unexplainedCounts[target.word(at)] += texts.weight(pair) * none / all;
    }

    private float prior(float place, float other) {
      return nearness[(int) (Math.abs(place - other) * STEPS)];
    }

    private void maximise() {
      for (int row = 0; row < cooccurrenceMatrix.rows(); row++) {
        for (int cell = cooccurrenceMatrix.start(row);
            cell < cooccurrenceMatrix.start(row + 1);
            cell++) {
          double total = totals[rowsAreSource ? row : cooccurrenceMatrix.column(cell)];
          probability[cell] = (float) (total <= 0 ? 0 : counts[cell] / total);
        }
      }
      double all = 0;
      for (double each : unexplainedCounts) {
        all += each;
      }
      for (int word = 0; word < unexplained.length; word++) {
        unexplained[word] = (float) (all <= 0 ? 0 : unexplainedCounts[word] / all);
      }
    }
  }
}
