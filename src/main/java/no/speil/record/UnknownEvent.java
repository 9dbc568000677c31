package no.speil.record;

import java.util.List;
import no.speil.corpus.SectionId;
import org.jspecify.annotations.Nullable;

/** A kind of event that this program does not know: kept and passed over. */
public record UnknownEvent(EventSignature signature, String kind, @Nullable SectionId section)
    implements Event {

  @Override
  public List<SectionId> concerns() {
    return section == null ? List.of() : List.of(section);
  }
}
