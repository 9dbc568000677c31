package no.speil.search;

import java.util.List;

/** A document that matches, with its best matching sections. */
public record DocumentHit(DocumentRef documentRef, float score, List<Hit> sections) {}
