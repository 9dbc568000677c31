package no.speil.search;

import no.speil.corpus.DocumentId;
import no.speil.corpus.Language;

/**
 * The document that a hit is from.
 *
 * @param date {@code 2015}, {@code 2015-08} or {@code 2015-08-24}; empty if unknown
 */
public record DocumentRef(
    DocumentId document, DocumentTitles titles, String date, Language language) {}
