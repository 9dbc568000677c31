package no.speil.corpus;

/**
 * Something odd in the archive that a keeper should put right; it stops nothing.
 *
 * @param file path below the root, with {@code /}
 * @param line from 1, or 0 for the file as a whole
 * @param what is wrong, one sentence
 * @param remedy what to do, one sentence
 */
public record Problem(String file, int line, String what, String remedy) {}
