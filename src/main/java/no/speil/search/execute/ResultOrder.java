package no.speil.search.execute;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import no.speil.search.ConcordanceRequest;
import no.speil.search.SearchRequest;
import no.speil.search.compile.CompiledQuery;
import no.speil.search.schema.IndexSchema;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.FilterNumericDocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DoubleValuesSource;
import org.apache.lucene.search.FieldComparator;
import org.apache.lucene.search.FieldComparatorSource;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafFieldComparator;
import org.apache.lucene.search.Pruning;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.comparators.LongComparator;
import org.jspecify.annotations.Nullable;

/** The sort orders in Lucene; ties are in the archive's order. */
final class ResultOrder {
  private ResultOrder() {}

  static Sort of(SearchRequest.Sort sort) {
    SortField score = SortField.FIELD_SCORE;
    var document = new SortField(IndexSchema.DOCUMENT, SortField.Type.STRING);
    var position = new SortField(IndexSchema.POSITION, SortField.Type.INT);
    return switch (sort) {
      case RELEVANCE -> new Sort(score, document, position);
      case DATE -> new Sort(latestFirst(IndexSchema.DATE), score, document, position);
      case OLDEST -> new Sort(lowestFirst(IndexSchema.DATE), score, document, position);
      case WORK -> new Sort(lowestFirst(IndexSchema.TASK_ORDER), score, document, position);
      case QUEUE -> new Sort(lowestFirst(IndexSchema.WORK_ORDER), score, document, position);
      case QUEUE_NEWS -> new Sort(latestFirst(IndexSchema.NEWS), score, document, position);
      case CHANGED -> new Sort(latestFirst(IndexSchema.CHANGED), score, document, position);
      case DOCUMENT -> new Sort(document, position, score);
    };
  }

  /** Sections as if shuffled, always in the same way for a seed. */
  private static Sort random(long seed) {
    var shuffled =
        new FieldComparatorSource() {
          @Override
          public FieldComparator<Long> newComparator(
              String field, int hits, Pruning pruning, boolean reversed) {
            return new LongComparator(hits, field, 0L, reversed, Pruning.NONE) {
              @Override
              public LeafFieldComparator getLeafComparator(LeafReaderContext leaf)
                  throws IOException {
                return new LongLeafComparator(leaf) {
                  @Override
                  protected NumericDocValues getNumericDocValues(LeafReaderContext its, String name)
                      throws IOException {
                    return shuffled(DocValues.getNumeric(its.reader(), name), seed);
                  }
                };
              }
            };
          }
        };
    return new Sort(
        Stream.concat(
                Stream.of(new SortField(IndexSchema.SAMPLE_ORDER, shuffled)),
                Stream.of(of(SearchRequest.Sort.RELEVANCE).getSort()))
            .toArray(SortField[]::new));
  }

  private static NumericDocValues shuffled(NumericDocValues numbers, long seed) {
    return new FilterNumericDocValues(numbers) {
      @Override
      public long longValue() throws IOException {
        return new SplittableRandom(in.longValue() ^ seed).nextLong();
      }
    };
  }

  /** Sections in the order of a concordance. */
  static Sort of(ConcordanceRequest request, CompiledQuery query, IndexSearcher searcher)
      throws IOException {
    @Nullable Long seed = request.seed();
    return seed == null ? of(request.search().sort(), query, searcher) : random(seed);
  }

  /** By relevance, within the tiers of the query. */
  static Sort of(SearchRequest.Sort sort, CompiledQuery query, IndexSearcher searcher)
      throws IOException {
    return of(sort, Stream.of(query.tiers()), searcher);
  }

  /** By relevance, within the first of those tiers, within the next ones. */
  static Sort of(SearchRequest.Sort sort, Stream<List<Query>> tiers, IndexSearcher searcher)
      throws IOException {
    Sort order = of(sort);
    if (sort != SearchRequest.Sort.RELEVANCE) {
      return order;
    }
    Stream<SortField> first = tiers.flatMap(each -> tiers(each).stream());
    return new Sort(Stream.concat(first, Stream.of(order.getSort())).toArray(SortField[]::new))
        .rewrite(searcher);
  }

  /** One field for each tier: first the sections that are in it or in one before it. */
  private static List<SortField> tiers(List<Query> tiers) {
    var fields = new ArrayList<SortField>();
    var before = new BooleanQuery.Builder();
    for (Query tier : tiers) {
      before.add(tier, Occur.SHOULD);
      fields.add(
          DoubleValuesSource.fromQuery(new ConstantScoreQuery(before.build())).getSortField(true));
    }
    return fields;
  }

  /** The score of a hit in that order. */
  static float score(Sort order, FieldDoc hit) {
    for (int i = 0; i < hit.fields.length; i++) {
      if (order.getSort()[i].getType() == SortField.Type.SCORE) {
        return (Float) hit.fields[i];
      }
    }
    throw new IllegalArgumentException("an order without the score");
  }

  private static SortField latestFirst(String field) {
    return new SortField(field, SortField.Type.LONG, true, 0L);
  }

  private static SortField lowestFirst(String field) {
    return new SortField(field, SortField.Type.INT, false, Integer.MAX_VALUE);
  }
}
