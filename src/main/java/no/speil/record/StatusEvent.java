package no.speil.record;

/** An event that decides a section's status: its state, and whether it is stale or left out. */
public sealed interface StatusEvent extends SectionEvent
    permits MarkEvent, ConfirmEvent, EditEvent, OmitEvent {}
