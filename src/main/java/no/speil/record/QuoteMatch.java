package no.speil.record;

/** What has become of words that were quoted. */
public sealed interface QuoteMatch {
  /** No words were quoted. */
  record OfTheWhole() implements QuoteMatch {}

  /** They stand there to the letter. */
  record Found() implements QuoteMatch {}

  /**
   * What stood around them is there, and something else between.
   *
   * @param now may be empty
   */
  record Reworded(String now) implements QuoteMatch {}

  /** Neither they nor what stood around them is there any more. */
  record Gone() implements QuoteMatch {}
}
