package no.speil.web.page;

/**
 * An error.
 *
 * @param detail about this case; may be empty
 * @param reference of a bug in the log; may be empty
 */
public record ErrorView(
    PageShell shell, int status, String code, TaggedText detail, String reference) {}
