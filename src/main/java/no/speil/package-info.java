/** Speil, a small server for a bilingual archive: the entry point. */
@NullMarked
package no.speil;

import org.jspecify.annotations.NullMarked;
