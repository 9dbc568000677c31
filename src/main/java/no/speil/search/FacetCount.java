package no.speil.search;

/** How many results have a facet's value, as if nothing were chosen in that facet. */
public record FacetCount(String value, long count) {}
