package no.speil.alignment;

import java.util.List;
import java.util.Set;
import no.speil.corpus.SectionId;
import no.speil.corpus.SectionLayout;

/**
 * What the record knows of a document's sections.
 *
 * @param sections in the document's order
 * @param held every id that the record has ever held, also of sections that are gone
 * @param orphaned sections that once had an original; without one, they are never given another
 */
public record Remembered(
    List<SectionLayout> sections, Set<SectionId> held, Set<SectionId> orphaned) {
  public static final Remembered NOTHING = new Remembered(List.of(), Set.of(), Set.of());

  public Remembered {
    sections = List.copyOf(sections);
    held = Set.copyOf(held);
    orphaned = Set.copyOf(orphaned);
  }
}
