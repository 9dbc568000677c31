package no.speil.web.page;

/**
 * What went wrong, in words.
 *
 * @param detail what the program says of this case; may be empty
 * @param reference to find a bug in the log by; may be empty
 */
public record ErrorView(
    PageShell shell, int status, String code, TaggedText detail, String reference) {}
