/** Counts the words of what a search finds. */
@NullMarked
package no.speil.search.count;

import org.jspecify.annotations.NullMarked;
