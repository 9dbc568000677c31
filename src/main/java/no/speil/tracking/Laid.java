package no.speil.tracking;

import java.util.List;
import no.speil.corpus.Departure;
import no.speil.corpus.Placed;
import no.speil.corpus.SectionId;

/**
 * "layout": which blocks form which section. A document's first names every section in its order;
 * later ones only the new, the changed and the gone.
 */
public record Laid(Signature signature, List<Placed> sections, List<Departure> gone)
    implements Event {

  public Laid {
    sections = List.copyOf(sections);
    gone = List.copyOf(gone);
  }

  @Override
  public List<SectionId> concerns() {
    return Relayout.concerns(sections, gone);
  }
}
