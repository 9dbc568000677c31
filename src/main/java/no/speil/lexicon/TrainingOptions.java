package no.speil.lexicon;

/**
 * Options for training word translations; public, so that the effect of each can be measured.
 *
 * @param rounds of expectation maximisation
 * @param diagonal how strongly words in similar positions are preferred; 0 is not at all
 * @param nullProbability the probability that a word has no counterpart
 * @param dictionaryWeight the weight of an entry of the dictionary compared with one pair of texts
 */
public record TrainingOptions(
    int rounds, double diagonal, double nullProbability, double dictionaryWeight) {

  /** IBM Model 1 as described by Brown et al. */
  public static final TrainingOptions PLAIN = new TrainingOptions(5, 0, .02, 0);

  /** The options that gave the best results. */
  public static final TrainingOptions BEST = new TrainingOptions(5, 4, .08, 1);
}
