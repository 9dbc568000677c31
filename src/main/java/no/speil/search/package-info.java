/** The index of sections: schema, analysis, query language, results. Lucene lives here. */
@NullMarked
package no.speil.search;

import org.jspecify.annotations.NullMarked;
