/** The live whole: keeps files, memory and index in step. The only mutable state. */
@NullMarked
package no.speil.library;

import org.jspecify.annotations.NullMarked;
