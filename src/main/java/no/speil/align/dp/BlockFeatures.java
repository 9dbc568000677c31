package no.speil.align.dp;

/**
 * The features of a block that its translation is likely to have as well, whatever the languages.
 * They are numbers that one {@link FeatureReader} has given; each occurs once.
 *
 * @param length in characters, of the words; of the source if there are no words
 * @param marks what a translator copies: numbers, addresses, footnote labels, code, anchors,
 *     capitalised words
 * @param numbers the marks that are numbers
 * @param grams the 4-grams of its words, spelled so that cognates resemble each other
 * @param terms the terms of its words, as the lexicon knows them
 */
@SuppressWarnings("ArrayRecordComponent") // never compared nor changed
record BlockFeatures(int length, int[] marks, int[] numbers, int[] grams, int[] terms) {
  /** Those of a block that has not been read. */
  static final BlockFeatures NONE =
      new BlockFeatures(1, new int[0], new int[0], new int[0], new int[0]);
}
