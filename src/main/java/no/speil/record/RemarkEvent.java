package no.speil.record;

/** What somebody said of a section. */
public sealed interface RemarkEvent extends SectionEvent
    permits SuggestEvent, ReportEvent, CommentEvent {
  /** Its id, the same on every machine. */
  String id();
}
