package no.speil.search.suggest;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import no.speil.corpus.SectionId;
import no.speil.corpus.Side;
import no.speil.search.Completion;
import no.speil.search.RelatedWord;
import no.speil.search.StoredSection;
import no.speil.search.analysis.FieldTerms;
import no.speil.search.schema.FieldGroup;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;

/**
 * Completions and translated sections like another, each within half a second or so. Thread-safe.
 */
public final class SearchAssist {
  private static final Duration LIMIT = Duration.ofMillis(500);

  private final QueryCompleter queryCompleter;
  private final SimilarSections similar;
  private final CompoundFinder compounds;

  public SearchAssist(Analyzer analysis, FieldTerms terms) {
    this.queryCompleter = new QueryCompleter(terms);
    this.similar = new SimilarSections(analysis);
    this.compounds = new CompoundFinder(terms);
  }

  /** Completions of a query: words, then titles and headings; at most ten. */
  public List<Completion> complete(IndexReader reader, String typed) throws IOException {
    return queryCompleter.of(searcher(reader), typed);
  }

  /** Translated sections like one, see {@link SimilarSections#translated}. */
  public List<StoredSection> translated(IndexReader reader, SectionId section, int most)
      throws IOException {
    return similar.translated(section, searcher(reader), most);
  }

  /** Words of one side that begin or end with a word, those in the most sections first. */
  public List<RelatedWord> related(IndexReader reader, Side side, String word, int most)
      throws IOException {
    return compounds.of(reader, FieldGroup.of(side), word, most);
  }

  private static IndexSearcher searcher(IndexReader reader) {
    var searcher = new IndexSearcher(reader);
    long end = System.nanoTime() + LIMIT.toNanos();
    searcher.setTimeout(() -> System.nanoTime() - end > 0);
    return searcher;
  }
}
