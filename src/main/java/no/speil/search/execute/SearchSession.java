package no.speil.search.execute;

import no.speil.search.facet.ReaderOrdinals;
import no.speil.search.highlight.HitReader;
import org.apache.lucene.search.IndexSearcher;

/** One view of the index, for one search, which is stopped when its time is over. */
record SearchSession(IndexSearcher searcher, ReaderOrdinals ordinals, HitReader hits) {}
