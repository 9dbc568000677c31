package no.speil.tracking;

import java.util.List;
import no.speil.corpus.Departure;
import no.speil.corpus.Placed;
import no.speil.corpus.SectionId;

/** "link": the alignment put right by a person; changes the layout as {@link Laid} does. */
public record Link(Signature signature, List<Placed> sections, List<Departure> gone)
    implements Event {

  public Link {
    sections = List.copyOf(sections);
    gone = List.copyOf(gone);
  }

  @Override
  public List<SectionId> concerns() {
    return Relayout.concerns(sections, gone);
  }
}
