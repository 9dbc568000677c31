package no.speil.search.execute;

import no.speil.search.SearchRequest;
import no.speil.search.schema.IndexSchema;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;

/** The sort orders in Lucene; ties are in the archive's order. */
final class ResultOrder {
  private ResultOrder() {}

  static Sort of(SearchRequest.Sort sort) {
    SortField score = SortField.FIELD_SCORE;
    var document = new SortField(IndexSchema.DOCUMENT, SortField.Type.STRING);
    var position = new SortField(IndexSchema.POSITION, SortField.Type.INT);
    return switch (sort) {
      case RELEVANCE -> new Sort(score, document, position);
      case DATE -> new Sort(newestFirst(), score, document, position);
      case WORK -> new Sort(mostUrgentFirst(IndexSchema.TASK_ORDER), score, document, position);
      case QUEUE -> new Sort(mostUrgentFirst(IndexSchema.WORK_ORDER), score, document, position);
      case QUEUE_NEWS -> new Sort(latestFirst(IndexSchema.NEWS), score, document, position);
      case CHANGED -> new Sort(latestFirst(IndexSchema.CHANGED), score, document, position);
      case DOCUMENT -> new Sort(document, position, score);
    };
  }

  /** The index of the score among the sort values of a hit. */
  static int score(SearchRequest.Sort sort) {
    return switch (sort) {
      case RELEVANCE -> 0;
      case DATE, WORK, CHANGED, QUEUE, QUEUE_NEWS -> 1;
      case DOCUMENT -> 2;
    };
  }

  private static SortField latestFirst(String field) {
    return new SortField(field, SortField.Type.LONG, true, 0L);
  }

  private static SortField mostUrgentFirst(String field) {
    return new SortField(field, SortField.Type.INT, false, Integer.MAX_VALUE);
  }

  private static SortField newestFirst() {
    return new SortField(IndexSchema.DATE, SortField.Type.INT, true, 0);
  }
}
