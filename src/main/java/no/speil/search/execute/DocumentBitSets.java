package no.speil.search.execute;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import no.speil.corpus.Side;
import no.speil.search.compile.MatchQueries;
import no.speil.search.query.Expression;
import no.speil.search.query.Expression.All;
import no.speil.search.query.Expression.Any;
import no.speil.search.query.Expression.Attribute;
import no.speil.search.query.Expression.Coded;
import no.speil.search.query.Expression.Dated;
import no.speil.search.query.Expression.Insisted;
import no.speil.search.query.Expression.Located;
import no.speil.search.query.Expression.Not;
import no.speil.search.query.Expression.Sided;
import no.speil.search.query.Expression.Sought;
import no.speil.search.query.Expression.Together;
import no.speil.search.schema.IndexSchema;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.OrdinalMap;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.LongValues;
import org.jspecify.annotations.Nullable;

/**
 * Which documents an expression means where its words may be spread over a document's sections, by
 * the documents' ordinals. An excluded word may be in none of them.
 */
final class DocumentBitSets {
  private final SearchSession session;
  private final MatchQueries matchQueries;

  DocumentBitSets(SearchSession session, MatchQueries matchQueries) {
    this.session = session;
    this.matchQueries = matchQueries;
  }

  /** Empty where the expression holds nothing that can be looked for. */
  Optional<FixedBitSet> of(Expression expression) throws IOException {
    return Optional.ofNullable(set(expression, null));
  }

  private @Nullable FixedBitSet set(Expression expression, @Nullable Side side) throws IOException {
    return switch (expression) {
      case Together together ->
          combine(matchQueries.wanted(together.parts()), side, FixedBitSet::and);
      case All all -> combine(all.parts(), side, FixedBitSet::and);
      case Any any -> combine(any.parts(), side, FixedBitSet::or);
      case Insisted insisted -> set(insisted.inner(), side);
      case Sided sided -> set(sided.inner(), sided.side());
      case Not not -> complement(set(not.inner(), side));
      case Sought sought -> documents(side == null ? sought : new Sided(side, sought));
      case Attribute attribute -> documents(attribute);
      case Coded coded -> documents(coded);
      case Located located -> documents(located);
      case Dated dated -> documents(dated);
    };
  }

  private @Nullable FixedBitSet combine(
      List<Expression> parts, @Nullable Side side, BiConsumer<FixedBitSet, FixedBitSet> how)
      throws IOException {
    FixedBitSet combined = null;
    for (Expression part : parts) {
      FixedBitSet set = set(part, side);
      if (combined == null) {
        combined = set;
      } else if (set != null) {
        how.accept(combined, set);
      }
    }
    return combined;
  }

  private static @Nullable FixedBitSet complement(@Nullable FixedBitSet set) {
    if (set != null) {
      set.flip(0, set.length());
    }
    return set;
  }

  private @Nullable FixedBitSet documents(Expression leaf) throws IOException {
    Optional<Query> query = matchQueries.of(leaf);
    if (query.isEmpty()) {
      return null;
    }
    OrdinalMap ordinals = session.ordinals().documents();
    var found = new FixedBitSet(Math.toIntExact(Math.max(1, ordinals.getValueCount())));
    return session.searcher().search(query.get(), new DocumentCollector(ordinals, found));
  }

  /** Notes of every section found which document it is of; for searches on one thread. */
  private static final class DocumentCollector implements CollectorManager<Collector, FixedBitSet> {
    private final OrdinalMap ordinals;
    private final FixedBitSet found;

    DocumentCollector(OrdinalMap ordinals, FixedBitSet found) {
      this.ordinals = ordinals;
      this.found = found;
    }

    @Override
    public Collector newCollector() {
      return new Sections();
    }

    @Override
    public FixedBitSet reduce(Collection<Collector> collectors) {
      return found;
    }

    private final class Sections implements Collector {
      @Override
      public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE_NO_SCORES;
      }

      @Override
      public LeafCollector getLeafCollector(LeafReaderContext leaf) throws IOException {
        SortedDocValues documents = DocValues.getSorted(leaf.reader(), IndexSchema.DOCUMENT);
        LongValues global = ordinals.getGlobalOrds(leaf.ord);
        return new LeafCollector() {
          @Override
          public void setScorer(Scorable scorer) {}

          @Override
          public void collect(int number) throws IOException {
            if (documents.advanceExact(number)) {
              found.set((int) global.get(documents.ordValue()));
            }
          }
        };
      }
    }
  }
}
