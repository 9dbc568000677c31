package no.speil.search.answer;

import no.speil.search.excerpt.Hits;
import no.speil.search.facet.ReaderOrdinals;
import org.apache.lucene.search.IndexSearcher;

/** One view of the index, for one search, which is stopped when its time is over. */
record Session(IndexSearcher searcher, ReaderOrdinals ordinals, Hits hits) {}
