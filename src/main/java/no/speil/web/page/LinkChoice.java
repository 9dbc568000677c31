package no.speil.web.page;

/** One of several addresses to choose from. */
public record LinkChoice(String label, String href) {}
