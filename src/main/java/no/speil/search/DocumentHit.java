package no.speil.search;

import java.util.List;

/** A document found, with the best of its sections that have any of the words. */
public record DocumentHit(Work work, float score, List<Hit> sections) {}
