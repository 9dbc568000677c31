package no.speil.alignment;

import java.util.ArrayList;
import java.util.List;
import no.speil.corpus.BlockPrint;
import no.speil.corpus.SectionLayout;
import no.speil.corpus.Side;

/**
 * One side of a document without its title: what was recorded and what is found.
 *
 * @param sectionOf per recorded block, the number of its section
 */
record Half(
    Side side,
    List<Found> found,
    List<BlockPrint> recorded,
    List<Integer> sectionOf,
    Recognition recognition) {

  static Half of(Side side, List<SectionLayout> sections, List<Found> found) {
    var recorded = new ArrayList<BlockPrint>();
    var sectionOf = new ArrayList<Integer>();
    for (int s = 0; s < sections.size(); s++) {
      for (BlockPrint print : sections.get(s).side(side)) {
        recorded.add(print);
        sectionOf.add(s);
      }
    }
    return new Half(side, found, recorded, sectionOf, Recognizer.recognise(recorded, found));
  }

  /** The blocks between two places, both exclusive; place 0 is the title's. */
  List<Found> between(int after, int before) {
    return found.subList(after, before - 1);
  }

  /** The blocks after a place. */
  List<Found> after(int place) {
    return found.subList(place, found.size());
  }
}
