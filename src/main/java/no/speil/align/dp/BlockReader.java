package no.speil.align.dp;

import java.util.HashMap;
import java.util.Map;
import no.speil.corpus.Block;
import no.speil.corpus.Side;
import no.speil.lexicon.TermTokenizer;

/**
 * Reads the blocks of a document, and their sentences as blocks. What has been read is kept, so
 * that a block is read once however often it is asked for.
 */
final class BlockReader {
  private final FeatureReader featureReader = new FeatureReader();
  private final Map<Block, BlockFeatures> features = new HashMap<>();
  private final TermNumbers originalTerms;
  private final TermNumbers translationTerms;

  BlockReader(TermTokenizer termTokenizer) {
    this.originalTerms = new TermNumbers(Side.ORIGINAL, termTokenizer);
    this.translationTerms = new TermNumbers(Side.TRANSLATION, termTokenizer);
  }

  BlockFeatures features(Block block) {
    return features.computeIfAbsent(block, featureReader::read);
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
    return side == Side.ORIGINAL ? originalTerms : translationTerms;
  }
}
