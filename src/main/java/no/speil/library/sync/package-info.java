/**
 * Keeps memory and index in step with the files in the background, and learns word translations.
 * Searches, and finds ids, minding how far the index is.
 */
@NullMarked
package no.speil.library.sync;

import org.jspecify.annotations.NullMarked;
