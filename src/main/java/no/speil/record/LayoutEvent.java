package no.speil.record;

import java.util.List;
import no.speil.corpus.RemovedSection;
import no.speil.corpus.SectionId;
import no.speil.corpus.SectionPlacement;

/**
 * "layout": which blocks form which section. A document's first names every section in its order;
 * later ones only the new, the changed and the gone.
 *
 * @param asked whether a person asked for the document to be aligned again, or for that to be taken
 *     back; else it only follows what the files have become
 */
public record LayoutEvent(
    EventSignature signature,
    List<SectionPlacement> sections,
    List<RemovedSection> gone,
    boolean asked)
    implements Event {

  /**
   * @throws no.speil.corpus.ImpossibleLayoutException if the layout cannot be
   */
  public LayoutEvent {
    sections = List.copyOf(sections);
    gone = List.copyOf(gone);
    LayoutReplay.check(sections, gone);
  }

  /** One that nobody asked for. */
  public LayoutEvent(
      EventSignature signature, List<SectionPlacement> sections, List<RemovedSection> gone) {
    this(signature, sections, gone, false);
  }

  @Override
  public List<SectionId> concerns() {
    return LayoutReplay.concerns(sections, gone);
  }
}
