package no.speil.align.identity;

import java.util.List;
import no.speil.corpus.BlockFingerprint;

/**
 * Knows the blocks of a revised text again by what the record holds of the old ones: equal text
 * wherever it stands, then equal anchors, then likeness between recognised neighbours, then strong
 * likeness elsewhere.
 */
final class BlockMatcher {
  private BlockMatcher() {}

  static BlockMatches recognise(List<BlockFingerprint> recorded, List<CurrentBlock> currentBlock) {
    var blockMatches = new BlockMatches(recorded.size(), currentBlock.size());
    new ExactMatcher(recorded, currentBlock, blockMatches).recognise();
    new AnchorMatcher(recorded, currentBlock, blockMatches).recognise();
    for (int j = 0; j < currentBlock.size(); j++) {
      if (blockMatches.isKnown(j)) {
        currentBlock.get(j).knownAs(recorded.get(blockMatches.home(j)));
      }
    }
    new ContextMatcher(recorded, currentBlock, blockMatches, new BlockSimilarity()).recognise();
    new MovedBlockMatcher(recorded, currentBlock, blockMatches).recognise();
    return blockMatches;
  }
}
