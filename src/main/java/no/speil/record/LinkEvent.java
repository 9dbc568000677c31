package no.speil.record;

import java.util.List;
import no.speil.corpus.RemovedSection;
import no.speil.corpus.SectionId;
import no.speil.corpus.SectionPlacement;

/**
 * "link": a person's correction of the alignment; changes the layout as {@link LayoutEvent} does.
 */
public record LinkEvent(
    EventSignature signature, List<SectionPlacement> sections, List<RemovedSection> removed)
    implements Event {

  /**
   * @throws no.speil.corpus.ImpossibleLayoutException if the layout cannot be
   */
  public LinkEvent {
    sections = List.copyOf(sections);
    removed = List.copyOf(removed);
    LayoutReplay.check(sections, removed);
  }

  @Override
  public List<SectionId> concerns() {
    return LayoutReplay.concerns(sections, removed);
  }
}
