/**
 * Which blocks of an original and its translation say the same, and which blocks of a new revision
 * are those of the old. Pure.
 */
@NullMarked
package no.speil.align;

import org.jspecify.annotations.NullMarked;
