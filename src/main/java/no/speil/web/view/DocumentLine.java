package no.speil.web.view;

/** A document in a list. */
public record DocumentLine(
    String href, Wording original, Wording translation, String detail, Meter meter) {}
