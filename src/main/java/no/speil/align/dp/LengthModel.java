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

  /** A model for a document whose translation has blocks of these lengths. */
  LengthModel(double[] translationLengths) {
    double sum = 0;
    double squares = 0;
    for (double length : translationLengths) {
      double log = Math.log(length);
      sum += log;
      squares += log * log;
    }
    int n = Math.max(1, translationLengths.length);
    this.meanLog = sum / n;
    double variance = Math.max(0, squares / n - meanLog * meanLog);
    this.spreadLog = Math.max(LEAST_SPREAD, Math.sqrt(variance));
  }

  /**
   * The length of a translation, in characters, as its original makes one expect.
   *
   * @param logSpread the log of the standard deviation
   */
  record Expected(double length, double variance, double logSpread) {}

  Expected expected(double original) {
    double length = MEAN_RATIO * original;
    double breadth = BREADTH * length;
    double variance = VARIANCE * original + breadth * breadth;
    return new Expected(length, variance, Math.log(variance) / 2);
  }

  /** The log likelihood of a length in the document, whatever the original. */
  double anyhow(double translation) {
    double log = Math.log(translation);
    double z = (log - meanLog) / spreadLog;
    return -z * z / 2 - Math.log(spreadLog) - log;
  }

  /**
   * The log likelihood ratio; above 0 speaks for the pair.
   *
   * @param anyhow of the same length
   */
  double evidence(Expected expected, double translation, double anyhow) {
    double off = translation - expected.length;
    double paired = -off * off / (2 * expected.variance) - expected.logSpread;
    return Math.max(FLOOR, paired - anyhow);
  }
}
