package no.speil.search;

import no.speil.corpus.DocumentId;

/**
 * Neighbouring sections of a document.
 *
 * @param from position of the first
 * @param to position after the last
 */
public record SectionRange(DocumentId document, int from, int to) {}
