package no.speil.web.read;

import no.speil.web.page.HistoryView;
import no.speil.web.page.PageShell;
import no.speil.web.page.TaggedText;

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
