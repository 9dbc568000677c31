package no.speil.search;

import no.speil.corpus.DocumentId;
import no.speil.corpus.Language;
import no.speil.corpus.Metadata.Classification;
import no.speil.corpus.Metadata.Credits;

/**
 * What the index is told of a document: all that its sections are filtered by and shown with.
 *
 * @param language of the original
 * @param card the catalogue's own bytes, kept and given back unread; not to be changed afterwards
 */
@SuppressWarnings("ArrayRecordComponent") // opaque, and a copy for each of 100,000 would cost
public record IndexedDocument(
    DocumentId id,
    DocumentTitles titles,
    Language language,
    Credits credits,
    Classification classification,
    byte[] card) {}
