package no.speil.align.identity;

import java.util.List;
import java.util.stream.Stream;
import no.speil.corpus.SectionLayout;
import no.speil.corpus.Side;

/**
 * What the steps from a recorded layout to the current one share: what is recorded, the blocks of
 * both sides with their matches so far, and the sections so far. Titles are not part of it; removed
 * sections that have returned are, as if they were recorded last.
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
        Stream.concat(
                recorded.sections().stream().filter(section -> !section.isTitle()),
                ReturnedSections.of(recorded, originals, translations).stream())
            .toList();
    var left = new BlockMatches(Side.ORIGINAL, sections, originals);
    var right = new BlockMatches(Side.TRANSLATION, sections, translations);
    return new MatchContext(recorded, left, right, new MutableLayout(sections));
  }
}
