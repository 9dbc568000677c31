package no.speil.record;

import java.util.List;
import no.speil.corpus.SectionId;

/** What somebody did to one section. */
public sealed interface SectionEvent extends Event
    permits StatusEvent,
        RemarkEvent,
        ResolveEvent,
        ReportResolveEvent,
        CommentResolveEvent,
        CheckEvent,
        ClaimEvent,
        WordingEvent,
        ReviseEvent {
  SectionId section();

  @Override
  default List<SectionId> concerns() {
    return List.of(section());
  }
}
