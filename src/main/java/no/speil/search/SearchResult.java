package no.speil.search;

import java.util.List;
import java.util.Map;

/**
 * What a search found.
 *
 * @param total sections (or documents, where grouped) that have all that was asked for
 * @param exact whether {@code total} and the facets are whole, false where time ran out
 * @param hits this page of sections; empty where grouped by document
 * @param documents this page of documents; empty where not grouped
 * @param facets by name, in the order in which pages show them
 */
public record SearchResult(
    long total,
    boolean exact,
    List<Hit> hits,
    List<DocumentHit> documents,
    Map<String, List<FacetCount>> facets,
    List<Expansion> expansions,
    List<Notice> notices) {}
