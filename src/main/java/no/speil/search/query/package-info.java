/**
 * The query language: what was typed becomes a tree of what is wanted, and notices of what could
 * not be read. Knows nothing of Lucene.
 */
@NullMarked
package no.speil.search.query;

import org.jspecify.annotations.NullMarked;
