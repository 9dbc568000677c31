package no.speil.align.identity;

import java.util.List;
import no.speil.corpus.RemovedSection;
import no.speil.corpus.Section;
import no.speil.corpus.SectionPlacement;

/**
 * A document's sections as its files have them now, and how that differs from the recorded layout:
 * the recorded layout becomes this one if the changed sections are taken out and put in after their
 * predecessors, in sequence, and then the removed sections are left out.
 *
 * @param sections in the document's order, the title first
 * @param changed in that order too; empty, like {@code gone}, where nothing has changed
 */
public record Revision(
    List<Section> sections, List<SectionPlacement> changed, List<RemovedSection> gone) {

  public Revision {
    sections = List.copyOf(sections);
    changed = List.copyOf(changed);
    gone = List.copyOf(gone);
  }
}
