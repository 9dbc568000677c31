package no.speil.align.dp;

/**
 * The features of a block that its translation is likely to have as well, whatever the languages.
 * They are numbers that one {@link FeatureReader} has given; each occurs once.
 */
final class BlockFeatures {
  /** Those of a block that has not been read. */
  static final BlockFeatures NONE =
      new BlockFeatures(1, new int[0], new int[0], new int[0], new int[0]);

  /** In characters, of the words; of the source if there are no words. */
  final int length;

  /**
   * What a translator copies: numbers, addresses, footnote labels, code, anchors, capitalised
   * words.
   */
  final int[] marks;

  /** The marks that are numbers. */
  final int[] numbers;

  /** The 4-grams of its words, spelled so that cognates resemble each other. */
  final int[] grams;

  /** The terms of its words, as the lexicon knows them. */
  final int[] terms;

  BlockFeatures(int length, int[] marks, int[] numbers, int[] grams, int[] terms) {
    this.length = length;
    this.marks = marks;
    this.numbers = numbers;
    this.grams = grams;
    this.terms = terms;
  }
}
