package no.speil.search;

import org.apache.lucene.search.IndexSearcher;

/** One view of the index, for one search, which is stopped when its time is over. */
record Session(IndexSearcher searcher, ReaderOrdinals ordinals, StoredSections stored) {}
