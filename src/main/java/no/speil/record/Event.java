package no.speil.record;

import java.util.List;
import no.speil.corpus.SectionId;

/** One line of a document's record: something done to its sections, never changed afterwards. */
public sealed interface Event
    permits LayoutEvent,
        LinkEvent,
        MarkEvent,
        ConfirmEvent,
        EditEvent,
        SuggestEvent,
        ResolveEvent,
        ReportEvent,
        ReportResolveEvent,
        CommentEvent,
        OmitEvent,
        UnknownEvent {

  EventSignature signature();

  /** The sections that it speaks of. */
  List<SectionId> concerns();

  /** How many characters of text it holds. */
  default int characters() {
    return 0;
  }
}
