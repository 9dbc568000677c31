/**
 * A person's corrections of the alignment, and realigning the sections that no person has changed.
 * Pure.
 */
@NullMarked
package no.speil.align.correct;

import org.jspecify.annotations.NullMarked;
