package no.speil.library.catalogue;

import no.speil.status.Progress;

/**
 * How far a folder is, with all below it.
 *
 * @param folder path without a final slash; empty for the whole archive
 */
public record FolderProgress(String folder, long documents, Progress progress) {}
