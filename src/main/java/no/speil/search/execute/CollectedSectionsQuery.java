package no.speil.search.execute;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollector.MatchingDocs;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreScorerSupplier;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/** Matches the sections that were collected before. Valid for one index reader only. */
final class CollectedSectionsQuery extends Query {
  private final List<MatchingDocs> collected;

  CollectedSectionsQuery(FacetsCollector collected) {
    this.collected = collected.getMatchingDocs();
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
    return new ConstantScoreWeight(this, boost) {
      @Override
      public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
        for (MatchingDocs each : collected) {
          if (each.context().equals(leaf)) {
            DocIdSetIterator sections = each.bits().iterator();
            int all = leaf.reader().maxDoc();
            return ConstantScoreScorerSupplier.fromIterator(sections, score(), mode, all);
          }
        }
        return null;
      }

      @Override
      public boolean isCacheable(LeafReaderContext leaf) {
        return false;
      }
    };
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this);
  }

  @Override
  public String toString(String field) {
    return "collected before";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CollectedSectionsQuery that && collected.equals(that.collected);
  }

  @Override
  public int hashCode() {
    return collected.hashCode();
  }
}
