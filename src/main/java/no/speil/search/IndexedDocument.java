package no.speil.search;

import no.speil.corpus.DocumentId;
import no.speil.corpus.Language;
import no.speil.corpus.Metadata.Classification;
import no.speil.corpus.Metadata.Credits;

/**
 * The metadata of a document that its sections are filtered by and shown with.
 *
 * @param language of the original
 * @param summary the document's summary for the catalogue, encoded; stored and given back as it is;
 *     must not be changed afterwards
 */
@SuppressWarnings("ArrayRecordComponent") // opaque, and a copy for each of 100,000 would cost
public record IndexedDocument(
    DocumentId id,
    DocumentTitles titles,
    Language language,
    Credits credits,
    Classification classification,
    byte[] summary) {}
