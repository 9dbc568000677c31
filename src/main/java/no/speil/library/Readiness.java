package no.speil.library;

/**
 * How far the index is.
 *
 * @param complete whether every file was seen since the start, and the index holds what was seen
 * @param done documents looked at in the run that is under way, or in the last one
 * @param total documents to look at in that run
 */
public record Readiness(boolean complete, long done, long total) {}
