package no.speil.search;

/** A document's title in both languages; empty where it is missing. */
public record DocumentTitles(String original, String translation) {}
