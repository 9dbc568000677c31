package no.speil.web.work;

import no.speil.web.page.PageShell;
import no.speil.web.page.SectionRow;

/**
 * An action refused because the section has moved on, and the section as it is now.
 *
 * @param action address to post the same again to
 * @param state that was wanted; empty where it was a confirmation
 */
public record ConflictView(
    PageShell shell, String href, SectionRow row, String lastDeed, String action, String state) {}
