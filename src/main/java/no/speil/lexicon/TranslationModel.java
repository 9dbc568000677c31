package no.speil.lexicon;

import java.util.Arrays;
import java.util.BitSet;
import no.speil.lexicon.Bitext.SideTexts;
import no.speil.lexicon.Bitext.Text;

/**
 * Word translation probabilities, trained by expectation maximisation: IBM Model 1 (Brown et al.
 * 1993), with a preference for words in similar positions (Dyer, Chahuneau and Smith 2013).
 * Deterministic.
 */
final class TranslationModel {
  private static final int STEPS = 64;

  /** The least probability that two words translate each other in a text, to be counted. */
  private static final double LIKELY = .4;

  /** Values that a cell has: a probability and a count in each direction. */
  private static final int VALUES = 4;

  private static final int COUNT = 2;

  private final Bitext texts;
  private final CooccurrenceMatrix matrix;
  private final TrainingOptions options;
  private final float[] nearness = new float[STEPS + 1];

  /** The values of a cell stand together, since the cells of a text are far apart. */
  private final float[] values;

  private final Direction toOriginal;
  private final Direction toTranslation;

  /**
   * @param taught how many of the texts, from the first, are the archive's
   */
  TranslationModel(Bitext texts, int taught, CooccurrenceMatrix matrix, TrainingOptions options) {
    this.texts = texts;
    this.matrix = matrix;
    this.options = options;
    for (int step = 0; step <= STEPS; step++) {
      nearness[step] = (float) Math.exp(-options.diagonal() * step / STEPS);
    }
    this.values = new float[VALUES * matrix.size()];
    this.toOriginal = new Direction(texts.original, texts.translation, 0);
    this.toTranslation = new Direction(texts.translation, texts.original, 1);
    for (int round = 1; round <= options.rounds(); round++) {
      boolean isLast = round == options.rounds();
      toOriginal.begin(isLast);
      toTranslation.begin(isLast);
      for (int pair = 0; pair < texts.pairs(); pair++) {
        expect(pair, isLast && pair < taught);
      }
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

  /**
   * Counts what explains the words of a pair of texts, in both directions.
   *
   * @param isNoted whether cells are noted that are likely there
   */
  private void expect(int pair, boolean isNoted) {
    Text originals = texts.original.text(pair);
    Text translations = texts.translation.text(pair);
    int[] cells = matrix.met().get(pair);
    // how likely the words are to translate each other by their places alone
    float[] priors = new float[cells.length];
    toOriginal.open(pair, cells);
    toTranslation.open(pair, cells);
    for (int j = 0, k = 0; j < translations.size(); j++) {
      for (int i = 0; i < originals.size(); i++, k++) {
        float apart = Math.abs(translations.places()[j] - originals.places()[i]);
        priors[k] = nearness[(int) (apart * STEPS)];
        toOriginal.sumUp(i, k, priors[k]);
        toTranslation.sumUp(j, k, priors[k]);
      }
    }
    for (int i = 0; i < originals.size(); i++) {
      toOriginal.explain(i, cells, priors, i, originals.size(), isNoted);
    }
    for (int j = 0; j < translations.size(); j++) {
      toTranslation.explain(j, cells, priors, j * originals.size(), 1, isNoted);
    }
  }

  private void maximise() {
    for (int cell = 0; cell < matrix.size(); cell++) {
      toOriginal.maximise(cell, toOriginal.totals[matrix.english()[cell]]);
      toTranslation.maximise(cell, toTranslation.totals[matrix.norwegian()[cell]]);
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

    /** The number of the first text, from 1, in which a cell is noted; in the last round only. */
    private int[] firstLikely = {};

    private final double[] totals;
    private final float[] unexplained;
    private final double[] unexplainedCounts;

    /** The pair of texts at hand. */
    private int pair;

    /** For each word of the target text at hand, over the words of the source: the priors. */
    private double[] near = {};

    /** The priors times the probabilities. */
    private double[] sum = {};

    /** For each meeting of the pair of texts at hand. */
    private float[] probabilities = {};

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
      firstLikely = new int[isLast ? matrix.size() : 0];
      Arrays.fill(totals, 0);
      Arrays.fill(unexplainedCounts, 0);
      for (int cell = value; cell < values.length; cell += VALUES) {
        values[cell + COUNT] = 0;
      }
    }

    /** Goes on to a pair of texts; its cells are far apart, and are brought all at once. */
    void open(int next, int[] cells) {
      pair = next;
      near = new double[target.text(pair).size()];
      sum = new double[near.length];
      probabilities = new float[cells.length];
      for (int k = 0; k < cells.length; k++) {
        probabilities[k] = values[VALUES * cells[k] + value];
      }
    }

    /** Sums up what a word of the target has in common with one of the source. */
    void sumUp(int number, int meeting, float prior) {
      near[number] += prior;
      sum[number] += prior * probabilities[meeting];
    }

    /**
     * Counts what explains a word of the target.
     *
     * @param meeting its first one among the cells
     * @param step from one to the next
     */
    void explain(int number, int[] cells, float[] priors, int meeting, int step, boolean isNoted) {
      int word = target.text(pair).words()[number];
      double scale = (1 - options.nullProbability()) / near[number];
      double none = options.nullProbability() * unexplained[word];
      double all = sum[number] * scale + none;
      if (all <= 0) {
        return;
      }
      double part = texts.weight(pair) * scale / all;
      int k = meeting;
      for (int other : source.text(pair).words()) {
        int cell = VALUES * cells[k] + value;
        double count = part * priors[k] * probabilities[k];
        if (isNoted && count >= LIKELY) {
          note(cells[k]);
        }
        values[cell + COUNT] += (float) count;
        totals[other] += count;
        k += step;
      }
      unexplainedCounts[word] += texts.weight(pair) * none / all;
    }

    private void note(int cell) {
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
      double all = Arrays.stream(unexplainedCounts).reduce(0, Double::sum);
      for (int word = 0; word < unexplained.length; word++) {
        unexplained[word] = (float) (all <= 0 ? 0 : unexplainedCounts[word] / all);
      }
    }
  }
}
