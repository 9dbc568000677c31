/** Searches, and finds ids, minding how far the index is. */
@NullMarked
package no.speil.library.search;

import org.jspecify.annotations.NullMarked;
