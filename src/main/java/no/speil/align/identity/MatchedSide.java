package no.speil.align.identity;

import java.util.ArrayList;
import java.util.List;
import no.speil.corpus.Alignment;
import no.speil.corpus.BlockFingerprint;
import no.speil.corpus.SectionLayout;
import no.speil.corpus.Side;

/**
 * One side of a document without its title: what was recorded and what is found.
 *
 * @param sectionOf per recorded block, the number of its section
 */
record MatchedSide(
    Side side,
    List<CurrentBlock> currentBlock,
    List<BlockFingerprint> recorded,
    List<Integer> sectionOf,
    BlockMatches blockMatches) {

  static MatchedSide of(Side side, List<SectionLayout> sections, List<CurrentBlock> currentBlock) {
    var recorded = new ArrayList<BlockFingerprint>();
    var sectionOf = new ArrayList<Integer>();
    for (int s = 0; s < sections.size(); s++) {
      for (BlockFingerprint print : sections.get(s).side(side)) {
        recorded.add(print);
        sectionOf.add(s);
      }
    }
    BlockMatches blockMatches = BlockMatcher.recognise(recorded, currentBlock);
    new LinkedSignMatcher(recorded, currentBlock, blockMatches)
        .recognise(i -> isLinked(sections.get(sectionOf.get(i))));
    return new MatchedSide(side, currentBlock, recorded, sectionOf, blockMatches);
  }

  private static boolean isLinked(SectionLayout section) {
    return section.alignment().method() == Alignment.Method.CONFIRMED;
  }

  /** The blocks between two places, both exclusive; place 0 is the title's. */
  List<CurrentBlock> between(int after, int before) {
    return currentBlock.subList(after, before - 1);
  }

  /** The blocks after a place. */
  List<CurrentBlock> after(int place) {
    return currentBlock.subList(place, currentBlock.size());
  }
}
