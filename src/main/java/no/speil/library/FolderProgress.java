package no.speil.library;

import no.speil.tracking.Progress;

/**
 * How far a folder is, with all below it.
 *
 * @param folder path without a final slash; empty for the whole archive
 */
public record FolderProgress(String folder, long documents, Progress progress) {}
