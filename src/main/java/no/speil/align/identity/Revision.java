package no.speil.align.identity;

import java.util.List;
import no.speil.corpus.RemovedSection;
import no.speil.corpus.Section;
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
    List<Section> sections, List<SectionPlacement> changed, List<RemovedSection> removed) {}
