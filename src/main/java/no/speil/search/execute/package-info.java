/**
 * From a request to its answer: sections, documents, lines of a concordance, or all that there is.
 */
@NullMarked
package no.speil.search.execute;

import org.jspecify.annotations.NullMarked;
