package no.speil.search.execute;

import no.speil.search.facet.ReaderOrdinals;
import no.speil.search.highlight.HitReader;
import org.apache.lucene.search.IndexSearcher;

/** What one search reads from: an index reader, searched within a time limit. */
record SearchSession(IndexSearcher searcher, ReaderOrdinals ordinals, HitReader hits) {}
