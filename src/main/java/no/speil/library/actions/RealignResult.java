package no.speil.library.actions;

import no.speil.library.documents.LiveDocument;

/**
 * What came of aligning a document again.
 *
 * @param changed sections that are new or have other texts now
 * @param weighed sections that are as they were, but guesses no longer, or guesses now
 */
public record RealignResult(LiveDocument document, int changed, int weighed) {}
