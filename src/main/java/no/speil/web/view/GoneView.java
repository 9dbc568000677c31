package no.speil.web.view;

import java.util.List;

/**
 * A section that is no longer there.
 *
 * @param became address of the section that it was merged into; may be empty
 */
public record GoneView(
    Shell shell, Wording document, String href, String became, List<HistoryView.Deed> deeds) {}
