package no.speil.lexicon;

/**
 * How words are learned from pairs of texts; public so that what each part adds can be measured.
 *
 * @param rounds of expectation maximisation
 * @param diagonal how strongly words in like places are preferred; 0 is not at all
 * @param nothing how probable it is that a word stands for none
 * @param known how much an entry of the starter lexicon counts beside a pair of texts
 */
public record TrainingOptions(int rounds, double diagonal, double nothing, double known) {

  /** Model 1 as Brown et al. have it. */
  public static final TrainingOptions PLAIN = new TrainingOptions(5, 0, .02, 0);

  /** What was found best. */
  public static final TrainingOptions BEST = new TrainingOptions(5, 4, .08, 1);
}
