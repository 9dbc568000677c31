package no.speil.align.dp;

import java.util.IdentityHashMap;
import no.speil.corpus.Block;
import no.speil.corpus.Side;

/**
 * Reads the blocks of a document, and their sentences as blocks. What has been read is kept, so
 * that a block is read once however often it is asked for.
 */
final class BlockReader {
  private final WordCache words;
  private final FeatureReader featureReader;
  private final IdentityHashMap<Block, BlockFeatures> original = new IdentityHashMap<>();
  private final IdentityHashMap<Block, BlockFeatures> translation = new IdentityHashMap<>();

  BlockReader(WordCache words) {
    this.words = words;
    this.featureReader = new FeatureReader(words);
  }

  BlockFeatures features(Side side, Block block) {
    return (side == Side.ORIGINAL ? original : translation)
        .computeIfAbsent(block, each -> featureReader.read(side, each));
  }

  /** How many different marks have been read. */
  int marks() {
    return featureReader.marks();
  }

  int numbers() {
    return featureReader.numbers();
  }

  int grams() {
    return featureReader.grams();
  }

  TermNumbers terms(Side side) {
    return featureReader.terms(side);
  }

  /** Whether no term has a translation. */
  boolean isWithoutTranslations() {
    return words.isWithoutTranslations();
  }
}
