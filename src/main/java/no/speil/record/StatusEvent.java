package no.speil.record;

/** What the status of a section follows from. */
public sealed interface StatusEvent extends SectionEvent
    permits MarkEvent, ConfirmEvent, EditEvent, OmitEvent {}
