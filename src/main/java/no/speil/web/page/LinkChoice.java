package no.speil.web.page;

/** A link in words, such as one of several to choose from. */
public record LinkChoice(String label, String href) {}
