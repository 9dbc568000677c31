package no.speil.record;

/** What has become of quoted words. */
public sealed interface QuoteMatch {
  /** No words were quoted. */
  record OfTheWhole() implements QuoteMatch {}

  /** They are there unchanged. */
  record Found() implements QuoteMatch {}

  /**
   * The text around them is there, with other text between.
   *
   * @param now the text between; may be empty
   */
  record Reworded(String now) implements QuoteMatch {}

  /** Neither they nor the text around them is there any more. */
  record Gone() implements QuoteMatch {}
}
