/**
 * Aligns two texts: which blocks and sentences of an original and its translation say the same, by
 * dynamic programming over lengths, numbers, names and word translations. Pure.
 */
@NullMarked
package no.speil.align.dp;

import org.jspecify.annotations.NullMarked;
