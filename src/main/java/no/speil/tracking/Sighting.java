package no.speil.tracking;

/** What has become of words that were quoted. */
public sealed interface Sighting {
  /** No words were quoted. */
  record OfTheWhole() implements Sighting {}

  /** They stand there to the letter. */
  record Found() implements Sighting {}

  /**
   * What stood around them is there, and something else between.
   *
   * @param now may be empty
   */
  record Reworded(String now) implements Sighting {}

  /** Neither they nor what stood around them is there any more. */
  record Gone() implements Sighting {}
}
