package no.speil.library.documents;

import no.speil.corpus.DocumentId;
import no.speil.corpus.Language;
import no.speil.status.Progress;

/**
 * What is kept in memory of a document, for lists.
 *
 * @param titleOriginal empty where there is no original
 * @param titleTranslation empty where there is no translation
 * @param date as in the front matter: a year, a month or a day, or empty
 * @param sections how many it has, the title among them
 * @param problems how many were found in its files
 * @param changedMillis when one of its files was last changed, milliseconds since 1970
 */
public record CatalogueEntry(
    DocumentId id,
    String titleOriginal,
    String titleTranslation,
    Language language,
    String date,
    String kind,
    int sections,
    int problems,
    long changedMillis,
    Progress progress) {}
