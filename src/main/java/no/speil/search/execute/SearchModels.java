package no.speil.search.execute;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import no.speil.lexicon.Lexicon;
import no.speil.lexicon.TermTokenizer;
import no.speil.search.analysis.FieldTerms;
import no.speil.search.analysis.IndexTokenizer;
import no.speil.search.compile.GlossaryPhrases;
import no.speil.search.compile.QueryExpander.Models;
import no.speil.search.facet.FacetFilters;
import no.speil.search.highlight.SnippetHighlighter;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.IndexReader;
import org.jspecify.annotations.Nullable;

/** What all searches of an index share: its analysis, and the lexicon in use. Thread-safe. */
public final class SearchModels {
  final Analyzer analysis;
  final FieldTerms terms;
  final Duration limit;
  final SnippetHighlighter snippets;
  final TermTokenizer tokenizer;

  volatile Models models;

  /** Of the readers that were searched last: one of the whole index, one of what is public. */
  private final Map<Class<?>, SortedSetDocValuesReaderState> latest = new ConcurrentHashMap<>();

  /**
   * @param analysis of texts
   * @param terms of queries
   * @param limit of a search
   */
  public SearchModels(Analyzer analysis, FieldTerms terms, Duration limit) {
    this.analysis = analysis;
    this.terms = terms;
    this.limit = limit;
    this.snippets = new SnippetHighlighter(analysis);
    this.tokenizer = new IndexTokenizer(analysis);
    this.models = models(Lexicon.EMPTY);
  }

  /** Expands queries by that lexicon from now on. */
  public void use(Lexicon lexicon) {
    models = models(lexicon);
  }

  private Models models(Lexicon lexicon) {
    return new Models(lexicon, GlossaryPhrases.of(terms, lexicon.phrases()));
  }

  public Lexicon lexicon() {
    return models.lexicon();
  }

  public TermTokenizer tokenizer() {
    return tokenizer;
  }

  /** The facet values of a reader; null if no section has any. */
  @Nullable SortedSetDocValuesReaderState facets(IndexReader reader) throws IOException {
    SortedSetDocValuesReaderState current = latest.get(reader.getClass());
    if (current == null || !current.getReader().equals(reader)) {
      current = FacetFilters.state(reader);
      if (current != null) {
        latest.put(reader.getClass(), current);
      }
    }
    return current;
  }
}
