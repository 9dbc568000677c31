/** Keeps memory and index in step with the files in the background. */
@NullMarked
package no.speil.library.sync;

import org.jspecify.annotations.NullMarked;
