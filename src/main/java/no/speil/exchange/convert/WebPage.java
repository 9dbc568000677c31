package no.speil.exchange.convert;

/**
 * A page of the web as a text.
 *
 * @param norwegian address of the same page in Norwegian, if the page names one in another language
 *     than its own; else empty
 */
public record WebPage(ConvertedText text, String norwegian) {}
