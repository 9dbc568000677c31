/** A person's corrections of the alignment, and aligning again what nobody has touched. Pure. */
@NullMarked
package no.speil.align.correct;

import org.jspecify.annotations.NullMarked;
