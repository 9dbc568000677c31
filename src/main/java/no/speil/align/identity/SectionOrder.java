package no.speil.align.identity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import no.speil.align.dp.IncreasingSubsequence;
import no.speil.corpus.Side;

/**
 * Puts sections in the original's order; one with only a translation follows its predecessor in the
 * translation.
 */
public final class SectionOrder {
  private SectionOrder() {}

  /**
   * The sections that are not empty.
   *
   * @param title comes first, whatever it holds
   */
  static List<MutableSection> of(MutableSection title, List<MutableSection> sections) {
    var ordered = new ArrayList<>(List.of(title));
    ordered.addAll(sorted(sections, Side.ORIGINAL));
    MutableSection previous = title;
    for (MutableSection section : sorted(sections, Side.TRANSLATION)) {
      if (!section.has(Side.ORIGINAL)) {
        ordered.add(ordered.lastIndexOf(previous) + 1, section);
      }
      previous = section;
    }
    ordered.removeIf(MutableSection::isEmpty);
    return ordered;
  }

  /**
   * Gives what stands before, between and after the anchors.
   *
   * @param originals in order, none of an anchor's, like the translations
   */
  public static void forEachGap(
      List<MutableSection> sections,
      List<CurrentBlock> originals,
      List<CurrentBlock> translations,
      BiConsumer<List<CurrentBlock>, List<CurrentBlock>> sink) {
    int i = 0;
    int j = 0;
    for (MutableSection anchor : anchors(sections)) {
      int nextI = firstFrom(anchor.first(Side.ORIGINAL), originals, i);
      int nextJ = firstFrom(anchor.first(Side.TRANSLATION), translations, j);
      sink.accept(originals.subList(i, nextI), translations.subList(j, nextJ));
      i = nextI;
      j = nextJ;
    }
    sink.accept(
        originals.subList(i, originals.size()), translations.subList(j, translations.size()));
  }

  /** The index, from that one on, of the first block that is not before the place. */
  private static int firstFrom(int place, List<CurrentBlock> blocks, int from) {
    int next = from;
    while (next < blocks.size() && blocks.get(next).place() < place) {
      next++;
    }
    return next;
  }

  /** Sections with both sides that stand in the same order on both, in that order. */
  private static List<MutableSection> anchors(List<MutableSection> sections) {
    List<MutableSection> pairs =
        sorted(sections, Side.ORIGINAL).stream().filter(MutableSection::isPair).toList();
    int[] places = pairs.stream().mapToInt(pair -> pair.first(Side.TRANSLATION)).toArray();
    return Arrays.stream(IncreasingSubsequence.longest(places)).mapToObj(pairs::get).toList();
  }

  private static List<MutableSection> sorted(List<MutableSection> sections, Side side) {
    return sections.stream()
        .filter(section -> section.has(side))
        .sorted(Comparator.comparingInt(section -> section.first(side)))
        .toList();
  }
}
