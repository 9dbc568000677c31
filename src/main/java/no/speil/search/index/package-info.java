/** The index as a whole: written, read as it is now, and replaced by its next generation. */
@NullMarked
package no.speil.search.index;

import org.jspecify.annotations.NullMarked;
