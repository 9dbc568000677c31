package no.speil.search.suggest;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import no.speil.corpus.SectionId;
import no.speil.corpus.text.Normalization;
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

/** Finds sections that share many characteristic words with a text. Thread-safe. */
public final class SimilarSections {
  private static final int MOST_WORDS = 25;

  private final Analyzer analysis;

  public SimilarSections(Analyzer analysis) {
    this.analysis = analysis;
  }

  /**
   * Translated sections whose originals share characteristic words with a text. Short ones do not
   * rank lower, since a heading is translated as headings are.
   *
   * @param itself the section that has the text
   * @param shared the least part of these words that an original has
   */
  public List<StoredSection> translated(
      String original, SectionId itself, double shared, IndexSearcher searcher, int most)
      throws IOException {
    Query others =
        new BooleanQuery.Builder()
            .add(characteristicTerms(searcher, original, shared), Occur.MUST)
            .add(
                new TermQuery(new Term(IndexSchema.HAS, FieldGroup.TRANSLATION.stem())),
                Occur.FILTER)
            .add(new TermQuery(new Term(IndexSchema.SECTION, itself.value())), Occur.MUST_NOT)
            .build();
    var stored = new StoredSectionReader(searcher.storedFields());
    var found = new ArrayList<StoredSection>();
    for (ScoreDoc each : searcher.search(others, most).scoreDocs) {
      found.add(stored.read(each.doc));
    }
    return found;
  }

  private Query characteristicTerms(IndexSearcher searcher, String original, double shared)
      throws IOException {
    var words = new MoreLikeThis(searcher.getIndexReader());
    words.setAnalyzer(analysis);
    words.setMinTermFreq(1);
    words.setMinDocFreq(2);
    words.setMaxQueryTerms(MOST_WORDS);
    words.setBoost(true);
    var part = new BooleanQuery.Builder();
    var text = new StringReader(Normalization.compose(original));
    List<BooleanClause> clauses =
        ((BooleanQuery) words.like(FieldGroup.ORIGINAL.stem(), text)).clauses();
    clauses.forEach(part::add);
    return part.setMinimumNumberShouldMatch((int) Math.ceil(shared * clauses.size())).build();
  }
}
