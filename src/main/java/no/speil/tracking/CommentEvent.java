package no.speil.tracking;

import java.util.List;
import no.speil.corpus.SectionId;

/** "comment": a remark on a section. */
public record CommentEvent(EventSignature signature, SectionId section, String text)
    implements Event {

  @Override
  public List<SectionId> concerns() {
    return List.of(section);
  }
}
