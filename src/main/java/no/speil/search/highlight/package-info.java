/** Finds matches in texts and cuts snippets. */
@NullMarked
package no.speil.search.highlight;

import org.jspecify.annotations.NullMarked;
