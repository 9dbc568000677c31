package no.speil.align.identity;

import java.util.List;
import java.util.Set;
import no.speil.corpus.SectionId;
import no.speil.corpus.SectionLayout;

/**
 * What the record holds about a document's sections.
 *
 * @param sections in the document's order
 * @param held every id that the record has ever held, also of sections that are gone
 * @param orphaned sections that once had an original; if they have none now, they never get another
 * @param lost sections that once had text on a side where they have none now, and those that were
 *     removed, with that text; they get it back if it is there again; the one that lost its text
 *     last comes last
 */
public record RecordedLayout(
    List<SectionLayout> sections,
    Set<SectionId> held,
    Set<SectionId> orphaned,
    List<SectionLayout> lost) {
  public static final RecordedLayout NOTHING =
      new RecordedLayout(List.of(), Set.of(), Set.of(), List.of());
}
