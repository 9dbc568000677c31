/** Learns word translations from the archive, in the background. */
@NullMarked
package no.speil.library.lexicon;

import org.jspecify.annotations.NullMarked;
