package no.speil.search;

/** A document's title in its two languages; the empty string where one is missing. */
public record Titles(String original, String translation) {}
