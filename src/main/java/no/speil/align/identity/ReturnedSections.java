package no.speil.align.identity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.speil.corpus.BlockFingerprint;
import no.speil.corpus.SectionId;
import no.speil.corpus.SectionLayout;
import no.speil.corpus.Side;
import no.speil.corpus.TextHash;

/**
 * Finds sections that have lost text, on a side or on both, which is there again: in a place where
 * the recorded layout has no such text, and only once.
 *
 * @param originals the places of texts that are there once and that the recorded layout lacks, as
 *     are the translations
 */
record ReturnedSections(Map<TextHash, Integer> originals, Map<TextHash, Integer> translations) {
  private static final int NONE = -1;

  /**
   * The recorded sections without the title, those that have their text back with it; then those
   * that were removed, the last one first.
   */
  static List<SectionLayout> of(
      RecordedLayout recorded, List<CurrentBlock> originals, List<CurrentBlock> translations) {
    Map<SectionId, SectionLayout> sections = new LinkedHashMap<>();
    recorded.sections().forEach(section -> sections.put(section.id(), section));
    var returns =
        new ReturnedSections(
            added(Side.ORIGINAL, recorded, originals),
            added(Side.TRANSLATION, recorded, translations));
    recorded.lost().reversed().stream()
        .filter(section -> !section.isTitle() && returns.take(section))
        .forEach(section -> sections.put(section.id(), section));
    return sections.values().stream().filter(section -> !section.isTitle()).toList();
  }

  private static Map<TextHash, Integer> added(
      Side side, RecordedLayout recorded, List<CurrentBlock> blocks) {
    Map<TextHash, Integer> places = BlockMatches.unique(blocks, CurrentBlock::hash);
    recorded.sections().stream()
        .flatMap(section -> section.side(side).stream())
        .forEach(block -> places.remove(block.hash()));
    return places;
  }

  private Map<TextHash, Integer> added(Side side) {
    return side == Side.ORIGINAL ? originals : translations;
  }

  /** Whether the section is there again: then its text is no other's. */
  private boolean take(SectionLayout section) {
    boolean isBack = Stream.of(Side.values()).anyMatch(side -> isThere(side, section.side(side)));
    if (isBack) {
      for (Side side : Side.values()) {
        section.side(side).forEach(block -> added(side).remove(block.hash()));
      }
    }
    return isBack;
  }

  private boolean isThere(Side side, List<BlockFingerprint> run) {
    List<Integer> places =
        run.stream().map(block -> added(side).getOrDefault(block.hash(), NONE)).toList();
    int first = places.isEmpty() ? NONE : places.getFirst();
    return first != NONE
        && places.equals(IntStream.range(first, first + run.size()).boxed().toList());
  }
}
