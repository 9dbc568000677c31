package no.speil.record;

import java.util.List;
import no.speil.corpus.RemovedSection;
import no.speil.corpus.SectionId;
import no.speil.corpus.SectionPlacement;

/**
 * "layout": which blocks form which section. A document's first layout event names every section in
 * order; later ones only new, changed and removed sections.
 *
 * @param asked whether a person asked to realign the document, or to undo that; otherwise the event
 *     follows from a change of the files
 * @param clock greater than that of every layout and link that it was made after (a logical clock,
 *     Lamport 1978); 0 in records of older versions, where the order of lines counts
 */
public record LayoutEvent(
    EventSignature signature,
    List<SectionPlacement> sections,
    List<RemovedSection> removed,
    boolean asked,
    int clock)
    implements Event {

  /**
   * @throws no.speil.corpus.ImpossibleLayoutException if the layout cannot be
   */
  public LayoutEvent {
    sections = List.copyOf(sections);
    removed = List.copyOf(removed);
    LayoutReplay.check(sections, removed);
  }

  /** An event that follows from a change of the files. */
  public LayoutEvent(
      EventSignature signature, List<SectionPlacement> sections, List<RemovedSection> removed) {
    this(signature, sections, removed, false, 0);
  }

  /** The same event at that time. */
  public LayoutEvent at(int clock) {
    return new LayoutEvent(signature, sections, removed, asked, clock);
  }

  @Override
  public List<SectionId> concerns() {
    return LayoutReplay.concerns(sections, removed);
  }
}
