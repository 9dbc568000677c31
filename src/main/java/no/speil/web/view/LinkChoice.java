package no.speil.web.view;

/** One of several addresses to choose from. */
public record LinkChoice(String label, String href, boolean chosen) {}
