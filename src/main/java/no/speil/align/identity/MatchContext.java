package no.speil.align.identity;

import java.util.List;
import no.speil.corpus.SectionLayout;
import no.speil.corpus.Side;

/**
 * What the steps from a recorded layout to the current one share: what is recorded, the blocks of
 * both sides with their matches so far, and the sections so far. Titles are not part of it.
 */
record MatchContext(
    RecordedLayout recorded,
    BlockMatches original,
    BlockMatches translation,
    MutableLayout result) {

  /**
   * @param originals without the title, like the translations
   */
  static MatchContext of(
      RecordedLayout recorded, List<CurrentBlock> originals, List<CurrentBlock> translations) {
    List<SectionLayout> sections =
        recorded.sections().stream().filter(section -> !section.isTitle()).toList();
    return new MatchContext(
        recorded,
        new BlockMatches(Side.ORIGINAL, sections, originals),
        new BlockMatches(Side.TRANSLATION, sections, translations),
        new MutableLayout(sections));
  }
}
