package no.speil.web.view;

/**
 * A section that is no longer there.
 *
 * @param became address of the section that it was merged into; may be empty
 */
public record GoneView(
    PageShell shell,
    TaggedText document,
    String href,
    String became,
    HistoryView.History history) {}
