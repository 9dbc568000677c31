package no.speil.search;

/** How many results have a value of a facet, as if nothing were selected in that facet. */
public record FacetCount(String value, long count) {}
