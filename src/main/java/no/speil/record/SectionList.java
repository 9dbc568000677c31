package no.speil.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.speil.corpus.SectionId;
import no.speil.corpus.SectionLayout;
import org.jspecify.annotations.Nullable;

/** Sections in order, found by their ids in constant time. */
final class SectionList {
  private final Map<SectionId, SectionLayout> byId = new HashMap<>();
  private final List<SectionLayout> sections = new ArrayList<>();

  @Nullable SectionLayout find(SectionId id) {
    return byId.get(id);
  }

  void prepend(SectionLayout section) {
    remove(section.id());
    put(section, 0);
  }

  /** Inserts a section after another; at the end if that one is not in the list. */
  void insert(SectionLayout section, @Nullable SectionId after) {
    remove(section.id());
    SectionLayout before = after == null ? null : byId.get(after);
    put(section, before == null ? sections.size() : sections.lastIndexOf(before) + 1);
  }

  private void put(SectionLayout section, int place) {
    byId.put(section.id(), section);
    sections.add(place, section);
  }

  void remove(SectionId id) {
    SectionLayout removed = byId.remove(id);
    if (removed != null) {
      sections.remove(sections.lastIndexOf(removed));
    }
  }

  List<SectionLayout> toList() {
    return List.copyOf(sections);
  }
}
