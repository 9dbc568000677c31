package no.speil.web.page;

/**
 * A download.
 *
 * @param label name of the format
 * @param use what the format is for; may be empty
 */
public record FileLink(String href, String label, String use) {}
