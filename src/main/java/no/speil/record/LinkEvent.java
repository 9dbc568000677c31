package no.speil.record;

import java.util.List;
import no.speil.corpus.RemovedSection;
import no.speil.corpus.SectionId;
import no.speil.corpus.SectionPlacement;

/**
 * "link": a person's correction of the alignment; changes the layout as {@link LayoutEvent} does.
 *
 * @param clock as {@link LayoutEvent#clock}
 */
public record LinkEvent(
    EventSignature signature,
    List<SectionPlacement> sections,
    List<RemovedSection> removed,
    int clock)
    implements Event {

  /**
   * @throws no.speil.corpus.ImpossibleLayoutException if the layout cannot be
   */
  public LinkEvent {
    sections = List.copyOf(sections);
    removed = List.copyOf(removed);
    LayoutReplay.check(sections, removed);
  }

  /** The same event at that time. */
  public LinkEvent at(int clock) {
    return new LinkEvent(signature, sections, removed, clock);
  }

  @Override
  public List<SectionId> concerns() {
    return LayoutReplay.concerns(sections, removed);
  }
}
