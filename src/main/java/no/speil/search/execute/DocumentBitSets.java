package no.speil.search.execute;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import no.speil.corpus.Side;
import no.speil.search.compile.MatchQueries;
import no.speil.search.facet.DocumentNumbers;
import no.speil.search.query.Expression;
import no.speil.search.query.Expression.Adjacent;
import no.speil.search.query.Expression.All;
import no.speil.search.query.Expression.Any;
import no.speil.search.query.Expression.Attribute;
import no.speil.search.query.Expression.DateFilter;
import no.speil.search.query.Expression.InLanguage;
import no.speil.search.query.Expression.Not;
import no.speil.search.query.Expression.PathFilter;
import no.speil.search.query.Expression.Required;
import no.speil.search.query.Expression.StatusFilter;
import no.speil.search.query.Expression.TextClause;
import no.speil.search.schema.IndexSchema;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * The documents that match an expression, where different sections may match its parts; as sets of
 * document numbers. An excluded word may be in no section.
 */
final class DocumentBitSets {
  private final SearchSession session;
  private final MatchQueries matchQueries;

  DocumentBitSets(SearchSession session, MatchQueries matchQueries) {
    this.session = session;
    this.matchQueries = matchQueries;
  }

  /** The matching documents; empty if the expression holds nothing that can be searched for. */
  Optional<FixedBitSet> of(Expression expression) throws IOException {
    return Optional.ofNullable(set(expression, null));
  }

  private @Nullable FixedBitSet set(Expression expression, @Nullable Side side) throws IOException {
    return switch (expression) {
      case Adjacent adjacent ->
          combine(matchQueries.wanted(adjacent.parts()), side, FixedBitSet::and);
      case All all -> combine(all.parts(), side, FixedBitSet::and);
      case Any any -> combine(any.parts(), side, FixedBitSet::or);
      case Required required -> set(required.inner(), side);
      case InLanguage inLanguage -> set(inLanguage.inner(), inLanguage.side());
      case Not not -> complement(set(not.inner(), side));
      case TextClause clause -> documents(side == null ? clause : new InLanguage(side, clause));
      case Attribute attribute -> documents(attribute);
      case StatusFilter filter -> documents(filter);
      case PathFilter filter -> documents(filter);
      case DateFilter filter -> documents(filter);
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
    DocumentNumbers documentNumbers = session.ordinals().documents();
    var found = new FixedBitSet(Math.max(1, documentNumbers.count()));
    return session.searcher().search(query.get(), new DocumentCollector(documentNumbers, found));
  }

  /** Collects the documents of the sections that match; for searches on one thread. */
  private static final class DocumentCollector implements CollectorManager<Collector, FixedBitSet> {
    private final DocumentNumbers documentNumbers;
    private final FixedBitSet found;

    DocumentCollector(DocumentNumbers documentNumbers, FixedBitSet found) {
      this.documentNumbers = documentNumbers;
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
        int[] numbers = documentNumbers.of(leaf);
        return new LeafCollector() {
          @Override
          public void setScorer(Scorable scorer) {}

          @Override
          public void collect(int number) throws IOException {
            if (documents.advanceExact(number)) {
              found.set(numbers[documents.ordValue()]);
            }
          }
        };
      }
    }
  }
}
