package no.speil.search.suggest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import no.speil.corpus.SectionId;
import no.speil.search.StoredSection;
import no.speil.search.schema.FieldGroup;
import no.speil.search.schema.IndexSchema;
import no.speil.search.schema.StoredSectionReader;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.mlt.MoreLikeThis;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;

/** Finds sections that share many characteristic words with a section. Thread-safe. */
public final class SimilarSections {
  private static final int MOST_WORDS = 25;
  private static final double SHARED = .25;

  private final Analyzer analysis;

  public SimilarSections(Analyzer analysis) {
    this.analysis = analysis;
  }

  /**
   * Translated sections whose originals share characteristic words with this one's. Short ones do
   * not rank lower, since a heading is translated as headings are.
   */
  public List<StoredSection> translated(SectionId id, IndexSearcher searcher, int most)
      throws IOException {
    var itself = new TermQuery(new Term(IndexSchema.SECTION, id.value()));
    ScoreDoc[] known = searcher.search(itself, 1).scoreDocs;
    if (known.length == 0) {
      return List.of();
    }
    Query others =
        new BooleanQuery.Builder()
            .add(characteristicTerms(searcher, FieldGroup.ORIGINAL, known[0].doc), Occur.MUST)
            .add(
                new TermQuery(new Term(IndexSchema.HAS, FieldGroup.TRANSLATION.stem())),
                Occur.FILTER)
            .add(itself, Occur.MUST_NOT)
            .build();
    var stored = new StoredSectionReader(searcher.storedFields());
    var found = new ArrayList<StoredSection>();
    for (ScoreDoc each : searcher.search(others, most).scoreDocs) {
      found.add(stored.read(each.doc));
    }
    return found;
  }

  /** The most characteristic words of one side, of which a quarter must match. */
  private Query characteristicTerms(IndexSearcher searcher, FieldGroup fields, int number)
      throws IOException {
    var words = new MoreLikeThis(searcher.getIndexReader());
    words.setAnalyzer(analysis);
    words.setFieldNames(new String[] {fields.stem()});
    words.setMinTermFreq(1);
    words.setMinDocFreq(2);
    words.setMaxQueryTerms(MOST_WORDS);
    words.setBoost(true);
    var part = new BooleanQuery.Builder();
    List<BooleanClause> clauses = ((BooleanQuery) words.like(number)).clauses();
    clauses.forEach(part::add);
    return part.setMinimumNumberShouldMatch((int) Math.ceil(SHARED * clauses.size())).build();
  }
}
