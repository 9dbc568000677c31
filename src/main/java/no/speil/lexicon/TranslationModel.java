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

  private final Bitext texts;
  private final CooccurrenceMatrix matrix;
  private final TrainingOptions options;
  private final float[] nearness = new float[STEPS + 1];
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
    this.toOriginal = new Direction(texts.original, texts.translation);
    this.toTranslation = new Direction(texts.translation, texts.original);
    for (int round = 1; round <= options.rounds(); round++) {
      int noted = round == options.rounds() ? taught : 0;
      toOriginal.train(noted);
      toTranslation.train(noted);
    }
  }

  /** The mean of the translation probabilities of the cell's words in both directions. */
  float weight(int cell) {
    return (original(cell) + translation(cell)) / 2;
  }

  /** The probability of the Norwegian word where its English one stands. */
  float original(int cell) {
    return toOriginal.probabilities[cell];
  }

  /** The probability of the English word where its Norwegian one stands. */
  float translation(int cell) {
    return toTranslation.probabilities[cell];
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
    private final float[] probabilities = new float[matrix.size()];
    private final float[] counts = new float[matrix.size()];
    private final double[] totals;
    private final float[] unexplained;
    private final double[] unexplainedCounts;

    /** The number of the first text, from 1, in which a cell is noted. */
    private final int[] firstLikely = new int[matrix.size()];

    private final BitSet inSeveral = new BitSet();

    Direction(SideTexts target, SideTexts source) {
      this.target = target;
      this.source = source;
      this.totals = new double[source.terms.size()];
      this.unexplained = new float[target.terms.size()];
      this.unexplainedCounts = new double[target.terms.size()];
      float uniform = 1f / Math.max(1, target.terms.size());
      Arrays.fill(unexplained, uniform);
      Arrays.fill(probabilities, uniform);
    }

    /**
     * Counts what explains the words of all texts, and takes the probabilities from that.
     *
     * @param noted in how many texts, from the first, cells are noted that are likely there
     */
    void train(int noted) {
      Arrays.fill(counts, 0);
      Arrays.fill(totals, 0);
      Arrays.fill(unexplainedCounts, 0);
      for (int pair = 0; pair < texts.pairs(); pair++) {
        for (int number = 0; number < target.texts.get(pair).size(); number++) {
          explain(pair, number, pair < noted);
        }
      }
      for (int cell = 0; cell < counts.length; cell++) {
        double total = totals[isOfOriginals() ? matrix.english(cell) : matrix.norwegian(cell)];
        probabilities[cell] = (float) (total <= 0 ? 0 : counts[cell] / total);
      }
      double all = Arrays.stream(unexplainedCounts).reduce(0, Double::sum);
      for (int word = 0; word < unexplained.length; word++) {
        unexplained[word] = (float) (all <= 0 ? 0 : unexplainedCounts[word] / all);
      }
    }

    private boolean isOfOriginals() {
      return target.equals(texts.original);
    }

    private void explain(int pair, int number, boolean isNoted) {
      Text words = target.texts.get(pair);
      Text others = source.texts.get(pair);
      int[] met = matrix.met().get(pair);
      int[] cells = new int[others.size()];
      // how likely the words are to translate each other by their places alone
      float[] priors = new float[others.size()];
      double near = 0;
      double sum = 0;
      for (int i = 0; i < priors.length; i++) {
        cells[i] = met[isOfOriginals() ? i * words.size() + number : number * priors.length + i];
        float apart = Math.abs(words.places()[number] - others.places()[i]);
        priors[i] = nearness[(int) (apart * STEPS)];
        near += priors[i];
        sum += priors[i] * probabilities[cells[i]];
      }
      int word = words.words()[number];
      double scale = (1 - options.nullProbability()) / near;
      double none = options.nullProbability() * unexplained[word];
      double all = sum * scale + none;
      if (all <= 0) {
        return;
      }
      double part = texts.weights.get(pair) * scale / all;
      for (int i = 0; i < cells.length; i++) {
        double count = part * priors[i] * probabilities[cells[i]];
        if (isNoted && count >= LIKELY) {
          note(cells[i], pair);
        }
        counts[cells[i]] += (float) count;
        totals[others.words()[i]] += count;
      }
      unexplainedCounts[word] += texts.weights.get(pair) * none / all;
    }

    private void note(int cell, int pair) {
      if (firstLikely[cell] == 0) {
        firstLikely[cell] = pair + 1;
      } else if (firstLikely[cell] <= pair) {
        inSeveral.set(cell);
      }
    }
  }
}
