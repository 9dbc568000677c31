package no.speil.record;

import java.util.List;
import no.speil.corpus.SectionId;
import org.jspecify.annotations.Nullable;

/** An event of a kind that this program does not know: kept and skipped. */
public record UnknownEvent(EventSignature signature, String kind, @Nullable SectionId section)
    implements Event {

  @Override
  public List<SectionId> concerns() {
    return section == null ? List.of() : List.of(section);
  }
}
