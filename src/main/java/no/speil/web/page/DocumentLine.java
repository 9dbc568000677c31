package no.speil.web.page;

/** A document in a list. */
public record DocumentLine(
    String href, TaggedText original, TaggedText translation, String detail, Meter meter) {}
