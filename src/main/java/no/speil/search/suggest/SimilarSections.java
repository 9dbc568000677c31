package no.speil.search.suggest;

import java.io.IOException;
import java.util.List;
import no.speil.corpus.SectionId;
import no.speil.corpus.text.Normalization;
import no.speil.search.StoredSection;
import no.speil.search.schema.FieldGroup;
import no.speil.search.schema.IndexSchema;
import no.speil.search.schema.Queries;
import no.speil.search.schema.StoredSectionReader;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.mlt.MoreLikeThis;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.QueryBuilder;
import org.jspecify.annotations.Nullable;

/** Finds sections that share many characteristic words with a text. Thread-safe. */
public final class SimilarSections {
  /** So many sections that have the beginning of a text are compared with all of it. */
  private static final int LOOKED_AT = 200;

  /** In characters. */
  private static final int LONGEST_PHRASE = 200;

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
            .add(IndexSchema.has(FieldGroup.TRANSLATION), Occur.FILTER)
            .add(new TermQuery(new Term(IndexSchema.SECTION, itself.value())), Occur.MUST_NOT)
            .build();
    return StoredSectionReader.found(others, searcher, most, Sort.RELEVANCE);
  }

  /** Sections without a translation that have the same words as original. */
  public List<StoredSection> untranslated(String original, IndexSearcher searcher, int most)
      throws IOException {
    String text = Normalization.compose(original);
    int end =
        text.length() <= LONGEST_PHRASE ? text.length() : text.lastIndexOf(' ', LONGEST_PHRASE);
    @Nullable Query beginning =
        new QueryBuilder(analysis)
            .createPhraseQuery(FieldGroup.ORIGINAL.exact(), text.substring(0, Math.max(0, end)));
    if (beginning == null) {
      return List.of();
    }
    Query untranslated =
        new BooleanQuery.Builder()
            .add(beginning, Occur.MUST) // the shortest texts that have it come first
            .add(IndexSchema.has(FieldGroup.TRANSLATION), Occur.MUST_NOT)
            .build();
    return StoredSectionReader.found(untranslated, searcher, LOOKED_AT, Sort.RELEVANCE).stream()
        .filter(each -> text.equals(each.texts().original()))
        .limit(most)
        .toList();
  }

  private Query characteristicTerms(IndexSearcher searcher, String original, double shared)
      throws IOException {
    var words = new MoreLikeThis(searcher.getIndexReader());
    words.setAnalyzer(analysis);
    words.setMinDocFreq(2);
    words.setBoost(true);
    return Queries.sharing(
        words, FieldGroup.ORIGINAL.stem(), Normalization.compose(original), shared);
  }
}
