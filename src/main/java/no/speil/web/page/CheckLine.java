package no.speil.web.page;

/**
 * A failed check as shown to users who may write.
 *
 * @param message what it says
 * @param href address that the forms post to
 * @param dismissed who has dismissed it, when and why, in words; empty if nobody has
 */
public record CheckLine(String code, String message, String href, String dismissed) {}
