/** Where in a text the words are, and what of it is shown around them. */
@NullMarked
package no.speil.search.highlight;

import org.jspecify.annotations.NullMarked;
