package no.speil.library;

import no.speil.corpus.DocumentText;

/**
 * One side of a document with its file's text.
 *
 * @param source the whole decoded file, of which the blocks are stretches
 * @param path of the file below the root
 * @param writable false where the file's bytes are not UTF-8, so that saving would change other
 *     words
 */
public record SideFile(DocumentText text, String source, String path, boolean writable) {}
