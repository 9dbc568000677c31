package no.speil.search;

import java.util.List;

/** A document found, with the best of its sections that have any of the words. */
public record DocumentHit(DocumentRef documentRef, float score, List<Hit> sections) {}
