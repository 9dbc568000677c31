package no.speil.search;

/** A document's title in its two languages; the empty string where one is missing. */
public record DocumentTitles(String original, String translation) {}
