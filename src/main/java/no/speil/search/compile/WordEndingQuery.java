package no.speil.search.compile;

import java.io.IOException;
import java.util.Objects;
import no.speil.search.schema.FieldGroup;
import no.speil.search.schema.WholeWordTerms;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.DocIdSetBuilder;
import org.apache.lucene.util.StringHelper;
import org.apache.lucene.util.automaton.ByteRunAutomaton;
import org.jspecify.annotations.Nullable;

/**
 * Matches the words of one side that end so, in any spelling with the same letters but for accents:
 * looks them up in {@link FieldGroup#endings}, and their sections in {@link FieldGroup#words}.
 */
final class WordEndingQuery extends Query {
  private final FieldGroup fieldGroup;
  private final String ending;

  /**
   * @param ending folded
   */
  WordEndingQuery(FieldGroup fieldGroup, String ending) {
    this.fieldGroup = fieldGroup;
    this.ending = ending;
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
    return new ConstantScoreWeight(this, boost) {
      @Override
      public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext context) throws IOException {
        LeafReader reader = context.reader();
        Terms endings = reader.terms(fieldGroup.endings());
        Terms words = reader.terms(fieldGroup.words());
        if (endings == null || words == null) {
          return null;
        }
        return new ScorerSupplier() {
          @Override
          public Scorer get(long leadCost) throws IOException {
            DocIdSetIterator found = sections(reader.maxDoc(), endings.iterator(), words);
            return new ConstantScoreScorer(score(), mode, found);
          }

          @Override
          public long cost() {
            return reader.maxDoc();
          }
        };
      }

      @Override
      public boolean isCacheable(LeafReaderContext context) {
        return true;
      }
    };
  }

  private DocIdSetIterator sections(int all, TermsEnum endings, Terms words) throws IOException {
    var sections = new DocIdSetBuilder(all, words);
    TermsEnum word = words.iterator();
    PostingsEnum places = null;
    var start = new BytesRef(WholeWordTerms.backwards(ending));
    boolean isThere = endings.seekCeil(start) != TermsEnum.SeekStatus.END;
    while (isThere && StringHelper.startsWith(endings.term(), start)) {
      String term = WholeWordTerms.backwards(endings.term().utf8ToString());
      if (word.seekExact(new BytesRef(term))) {
        places = word.postings(places, PostingsEnum.NONE);
        sections.add(places);
      }
      isThere = endings.next() != null;
    }
    DocIdSetIterator found = sections.build().iterator();
    return found == null ? DocIdSetIterator.empty() : found;
  }

  @Override
  public void visit(QueryVisitor visitor) {
    if (visitor.acceptField(fieldGroup.words())) {
      visitor.consumeTermsMatching(
          this, fieldGroup.words(), () -> new ByteRunAutomaton(WholeWordTerms.endingWith(ending)));
    }
  }

  @Override
  public String toString(String field) {
    return fieldGroup.words() + ":*" + ending;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof WordEndingQuery that
        && fieldGroup == that.fieldGroup
        && ending.equals(that.ending);
  }

  @Override
  public int hashCode() {
    return Objects.hash(fieldGroup, ending);
  }
}
