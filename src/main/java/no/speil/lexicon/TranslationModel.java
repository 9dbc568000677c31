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

  /** Values that a cell has: a probability and a count in each direction. */
  private static final int VALUES = 4;

  private static final int COUNT = 2;

  private final Bitext texts;
  private final CooccurrenceMatrix cooccurrenceMatrix;
  private final TrainingOptions trainingOptions;
  private final float[] nearness = new float[STEPS + 1];

  /** The values of a cell stand together, since the cells of a text are far apart. */
  private final float[] values;

  private final Direction toOriginal;
  private final Direction toTranslation;
  private final int taught;

  /** For each meeting of the pair of texts at hand: where the cell's values begin. */
  private int[] cells = new int[1024];

  /** How likely the words are to translate each other by their places alone. */
  private float[] priors = new float[1024];

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
    this.values = new float[VALUES * cooccurrenceMatrix.size()];
    this.toOriginal = new Direction(texts.original(), texts.translation(), 0);
    this.toTranslation = new Direction(texts.translation(), texts.original(), 1);
    for (int round = 1; round <= trainingOptions.rounds(); round++) {
      expect(round == trainingOptions.rounds());
      maximise();
    }
  }

  /** The mean of the translation probabilities of the cell's words in both directions. */
  float weight(int cell) {
    return (original(cell) + translation(cell)) / 2;
  }

  /** The probability of the Norwegian word where its English one stands. */
  float original(int cell) {
    return values[VALUES * cell + toOriginal.value];
  }

  /** The probability of the English word where its Norwegian one stands. */
  float translation(int cell) {
    return values[VALUES * cell + toTranslation.value];
  }

  /** The expected number of times that the cell's words translate each other. */
  float times(int cell) {
    int count = VALUES * cell + COUNT;
    return (values[count + toOriginal.value] + values[count + toTranslation.value]) / 2;
  }

  /** Whether the cell's words very likely do in several texts of the archive. */
  boolean isInSeveralTexts(int cell) {
    return toOriginal.inSeveral.get(cell) || toTranslation.inSeveral.get(cell);
  }

  private void expect(boolean isLast) {
    for (int cell = 0; cell < values.length; cell += VALUES) {
      values[cell + COUNT] = 0;
      values[cell + COUNT + 1] = 0;
    }
    toOriginal.begin(isLast);
    toTranslation.begin(isLast);
    int meeting = 0;
    for (int pair = 0; pair < texts.pairs(); pair++) {
      int originals = toOriginal.open(pair);
      int translations = toTranslation.open(pair);
      meet(meeting, originals, translations);
      for (int i = 0; i < originals; i++) {
        toOriginal.explain(pair, i, i, originals);
      }
      for (int j = 0; j < translations; j++) {
        toTranslation.explain(pair, j, j * originals, 1);
      }
      meeting += originals * translations;
    }
  }

  /** Sums up what the words of a pair of texts have in common, in both directions. */
  private void meet(int first, int originals, int translations) {
    int meetings = originals * translations;
    if (meetings > cells.length) {
      cells = new int[meetings];
      priors = new float[meetings];
      toOriginal.probabilities = new float[meetings];
      toTranslation.probabilities = new float[meetings];
    }
    fetch(first, meetings);
    for (int j = 0, k = 0; j < translations; j++) {
      float place = toTranslation.place(j);
      for (int i = 0; i < originals; i++, k++) {
        float prior = nearness[(int) (Math.abs(place - toOriginal.place(i)) * STEPS)];
        priors[k] = prior;
        toOriginal.near[i] += prior;
        toOriginal.sum[i] += prior * toOriginal.probabilities[k];
        toTranslation.near[j] += prior;
        toTranslation.sum[j] += prior * toTranslation.probabilities[k];
      }
    }
  }

  /** Nothing else is done meanwhile, so that the memory can bring many cells at a time. */
  private void fetch(int first, int meetings) {
    for (int k = 0; k < meetings; k++) {
      int cell = VALUES * cooccurrenceMatrix.met(first + k);
      cells[k] = cell;
      toOriginal.probabilities[k] = values[cell + toOriginal.value];
      toTranslation.probabilities[k] = values[cell + toTranslation.value];
    }
  }

  private void maximise() {
    for (int cell = 0; cell < cooccurrenceMatrix.size(); cell++) {
      toOriginal.maximise(cell, toOriginal.totals[cooccurrenceMatrix.english(cell)]);
      toTranslation.maximise(cell, toTranslation.totals[cooccurrenceMatrix.norwegian(cell)]);
    }
    toOriginal.maximiseUnexplained();
    toTranslation.maximiseUnexplained();
  }

  /** One direction of the model: explains each word of the target by the words of the source. */
  private final class Direction {
    private final SideTexts target;
    private final SideTexts source;
    private final int value;
    private final BitSet inSeveral = new BitSet();

    /** The number of the first text, from 1, in which a cell is likely; in the last round only. */
    private int[] firstLikely = {};

    private final double[] totals;
    private final float[] unexplained;
    private final double[] unexplainedCounts;

    /** For each word of the target text at hand, over the words of the source: the priors. */
    private double[] near = {};

    /** The priors times the probabilities. */
    private double[] sum = {};

    /** For each meeting of the pair of texts at hand. */
    private float[] probabilities = new float[1024];

    /** The first words of the target text and the source text at hand. */
    private int first;

    private int firstOfSource;

    /**
     * @param value the place of the direction among those of a cell
     */
    Direction(SideTexts target, SideTexts source, int value) {
      this.target = target;
      this.source = source;
      this.value = value;
      this.totals = new double[source.size()];
      this.unexplained = new float[target.size()];
      this.unexplainedCounts = new double[target.size()];
      float uniform = 1f / Math.max(1, target.size());
      Arrays.fill(unexplained, uniform);
      for (int cell = value; cell < values.length; cell += VALUES) {
        values[cell] = uniform;
      }
    }

    void begin(boolean isLast) {
      Arrays.fill(totals, 0);
      Arrays.fill(unexplainedCounts, 0);
      firstLikely = new int[isLast ? cooccurrenceMatrix.size() : 0];
    }

    /** Goes on to a pair of texts and returns the number of words in the target. */
    int open(int pair) {
      first = target.start(pair);
      firstOfSource = source.start(pair);
      int targets = target.start(pair + 1) - first;
      if (targets > near.length) {
        near = new double[2 * targets];
        sum = new double[near.length];
      }
      Arrays.fill(near, 0, targets, 0);
      Arrays.fill(sum, 0, targets, 0);
      return targets;
    }

    float place(int number) {
      return target.place(first + number);
    }

    /**
     * Counts what explains a word of the target.
     *
     * @param meeting its first one
     * @param step from one to the next
     */
    void explain(int pair, int number, int meeting, int step) {
      int word = target.word(first + number);
      double scale = (1 - trainingOptions.nullProbability()) / near[number];
      double none = trainingOptions.nullProbability() * unexplained[word];
      double all = sum[number] * scale + none;
      if (all <= 0) {
        return;
      }
      double part = texts.weight(pair) * scale / all;
      int end = source.start(pair + 1);
      for (int at = firstOfSource, k = meeting; at < end; at++, k += step) {
        int cell = cells[k] + value;
        double count = part * priors[k] * probabilities[k];
        if (count >= LIKELY && pair < taught && firstLikely.length > 0) {
          note(cells[k] / VALUES, pair);
        }
        values[cell + COUNT] += (float) count;
        totals[source.word(at)] += count;
      }
      unexplainedCounts[word] += texts.weight(pair) * none / all;
    }

    private void note(int cell, int pair) {
      if (firstLikely[cell] == 0) {
        firstLikely[cell] = pair + 1;
      } else if (firstLikely[cell] <= pair) {
        inSeveral.set(cell);
      }
    }

    void maximise(int cell, double total) {
      int at = VALUES * cell + value;
      values[at] = (float) (total <= 0 ? 0 : values[at + COUNT] / total);
    }

    void maximiseUnexplained() {
      double all = 0;
      for (double each : unexplainedCounts) {
        all += each;
      }
      for (int word = 0; word < unexplained.length; word++) {
        unexplained[word] = (float) (all <= 0 ? 0 : unexplainedCounts[word] / all);
      }
      firstLikely = new int[0];
    }
  }
}
