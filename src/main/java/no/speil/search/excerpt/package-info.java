/** Where in a text the words are, and what of it is shown around them. */
@NullMarked
package no.speil.search.excerpt;

import org.jspecify.annotations.NullMarked;
