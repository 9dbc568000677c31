/**
 * Compiles a query to Lucene queries: what matches, how it ranks, what is highlighted, and what is
 * tried if too little matches.
 */
@NullMarked
package no.speil.search.compile;

import org.jspecify.annotations.NullMarked;
