package no.speil.search.execute;

import java.io.IOException;
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
import org.apache.lucene.index.OrdinalMap;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.FixedBitSet;
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
}
