package no.speil.tracking;

import java.util.List;
import no.speil.corpus.Departure;
import no.speil.corpus.Placed;
import no.speil.corpus.SectionId;

/**
 * "layout": which blocks form which section. A document's first names every section in its order;
 * later ones only the new, the changed and the gone.
 *
 * @param asked whether a person asked for the document to be aligned again, or for that to be taken
 *     back; else it only follows what the files have become
 */
public record Laid(Signature signature, List<Placed> sections, List<Departure> gone, boolean asked)
    implements Event {

  public Laid {
    sections = List.copyOf(sections);
    gone = List.copyOf(gone);
  }

  /** One that nobody asked for. */
  public Laid(Signature signature, List<Placed> sections, List<Departure> gone) {
    this(signature, sections, gone, false);
  }

  @Override
  public List<SectionId> concerns() {
    return Relayout.concerns(sections, gone);
  }
}
