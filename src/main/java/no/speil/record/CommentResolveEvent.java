package no.speil.record;

import no.speil.corpus.SectionId;

/**
 * "resolve" of a comment: what it asks for is done, or is open again after all. The last one
 * counts.
 *
 * @param comment its {@link CommentEvent#id}
 * @param resolved false to open it again
 */
public record CommentResolveEvent(
    EventSignature signature, SectionId section, String comment, boolean resolved)
    implements SectionEvent {}
