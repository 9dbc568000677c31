package no.speil.align.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import no.speil.corpus.SectionLayout;

/**
 * The sections of a document in the making, without the title: one for each recorded section, by
 * its number, empty until it is given blocks; and new ones.
 */
final class MutableLayout {
  private final List<MutableSection> continued;
  private final List<MutableSection> added = new ArrayList<>();

  MutableLayout(List<SectionLayout> recorded) {
    this.continued =
        recorded.stream().map(layout -> new MutableSection(layout, layout.alignment())).toList();
  }

  /** The sections that continue the recorded ones, by number, also empty ones. */
  List<MutableSection> continued() {
    return continued;
  }

  /** The section that the recorded one of that number is part of now, perhaps an empty one. */
  MutableSection survivor(int number) {
    return continued.get(number).survivor();
  }

  void add(MutableSection section) {
    added.add(section);
  }

  /** All that are not empty, in no particular order. */
  List<MutableSection> sections() {
    return Stream.of(added, continued)
        .flatMap(List::stream)
        .filter(section -> !section.isEmpty())
        .toList();
  }
}
