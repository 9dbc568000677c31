/**
 * What a query becomes in Lucene: which sections match, in which order they rank, what is marked in
 * them, and what is tried where too few match.
 */
@NullMarked
package no.speil.search.compile;

import org.jspecify.annotations.NullMarked;
