package no.speil.align.dp;

/**
 * The log likelihood ratio of a length as that of a translation against that of any text of the
 * document: Gale and Church, "A Program for Aligning Sentences in Bilingual Corpora" (1993),
 * Gaussian in characters, against the log-normal distribution of lengths in the document.
 */
final class LengthModel {
  /**
   * Characters of English to one of Norwegian in NTREX-128 (Federmann et al. 2022), development.
   */
  static final double MEAN_RATIO = 0.98;

  /** Variance per character: 6.8 in Gale and Church. */
  static final double VARIANCE = 6.8;

  /** Standard deviation that grows with the text, as a share of its length: translators differ. */
  static final double BREADTH = 0.045;

  private static final double LEAST_SPREAD = 0.625;
  private static final double FLOOR = -7.5;

  private final double meanLog;
  private final double spreadLog;

  private LengthModel(double meanLog, double spreadLog) {
    this.meanLog = meanLog;
    this.spreadLog = spreadLog;
  }

  /** A model for a document whose translation has blocks of these lengths. */
  static LengthModel of(int[] translationLengths) {
    double sum = 0;
    double squares = 0;
    for (int length : translationLengths) {
      double log = Math.log(length);
      sum += log;
      squares += log * log;
    }
    int n = Math.max(1, translationLengths.length);
    double mean = sum / n;
    double variance = Math.max(0, squares / n - mean * mean);
    return new LengthModel(mean, Math.max(LEAST_SPREAD, Math.sqrt(variance)));
  }

  /** The log likelihood ratio; above 0 speaks for the pair. Lengths in characters. */
  double evidence(double original, double translation) {
    double expected = MEAN_RATIO * original;
    double breadth = BREADTH * expected;
    double variance = VARIANCE * original + breadth * breadth;
    double off = translation - expected;
    double paired = -off * off / (2 * variance) - Math.log(variance) / 2;
    double log = Math.log(translation);
    double z = (log - meanLog) / spreadLog;
    double anyhow = -z * z / 2 - Math.log(spreadLog) - log;
    return Math.max(FLOOR, paired - anyhow);
  }
}
