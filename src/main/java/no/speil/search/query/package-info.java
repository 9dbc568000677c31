/**
 * The query language: parses a query into a tree of clauses and notices of what could not be read.
 * Knows nothing of Lucene.
 */
@NullMarked
package no.speil.search.query;

import org.jspecify.annotations.NullMarked;
