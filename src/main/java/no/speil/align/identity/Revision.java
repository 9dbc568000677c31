package no.speil.align.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import no.speil.corpus.RemovedSection;
import no.speil.corpus.Section;
import no.speil.corpus.SectionId;
import no.speil.corpus.SectionLayout;
import no.speil.corpus.SectionPlacement;

/**
 * A document's sections as its files have them now, and the difference from the recorded layout:
 * that layout becomes this one if the changed sections are taken out and put in after their
 * predecessors, in sequence, and then the removed sections are left out.
 *
 * @param sections in the document's order, the title first
 * @param changed in that order too; empty, like {@code removed}, if nothing has changed
 */
public record Revision(
    List<Section> sections, List<SectionPlacement> changed, List<RemovedSection> removed) {
  /**
   * The revision that leads from a recorded layout to these sections.
   *
   * @param ids of the sections, in the document's order
   * @param layout of a section that has that id
   */
  static Revision of(
      List<SectionLayout> before,
      Map<MutableSection, SectionId> ids,
      BiFunction<MutableSection, SectionId, SectionLayout> layout,
      List<RemovedSection> removed) {
    var sections = new ArrayList<Section>();
    var layouts = new ArrayList<SectionLayout>();
    ids.forEach(
        (section, id) -> {
          sections.add(section.section(id));
          layouts.add(layout.apply(section, id));
        });
    return new Revision(sections, LayoutDiff.between(before, layouts), removed);
  }
}
