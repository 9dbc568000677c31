package no.speil.align.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import no.speil.corpus.SectionLayout;
import no.speil.corpus.Side;

/**
 * What the steps from a recorded layout to the current one share: what is recorded, the blocks of
 * both sides with their matches so far, and the sections so far. Titles are not part of it; removed
 * sections that have returned are, as if they were recorded last, and text that has.
 *
 * @param continued the sections that continue the recorded ones, by number, also empty ones
 * @param added new sections
 */
record MatchContext(
    RecordedLayout recorded,
    BlockMatches original,
    BlockMatches translation,
    List<MutableSection> continued,
    List<MutableSection> added) {

  /**
   * @param originals without the title, like the translations
   */
  static MatchContext of(
      RecordedLayout recorded, List<CurrentBlock> originals, List<CurrentBlock> translations) {
    List<SectionLayout> sections = ReturnedSections.of(recorded, originals, translations);
    var left = new BlockMatches(Side.ORIGINAL, sections, originals);
    var right = new BlockMatches(Side.TRANSLATION, sections, translations);
    List<MutableSection> continued =
        sections.stream().map(layout -> new MutableSection(layout, layout.alignment())).toList();
    return new MatchContext(recorded, left, right, continued, new ArrayList<>());
  }

  /** The section that the recorded one of that number is part of now, perhaps an empty one. */
  MutableSection survivor(int number) {
    return continued.get(number).survivor();
  }

  /** All sections that are not empty, in no particular order. */
  List<MutableSection> sections() {
    return Stream.of(added, continued)
        .flatMap(List::stream)
        .filter(section -> !section.isEmpty())
        .toList();
  }
}
