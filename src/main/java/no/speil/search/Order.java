package no.speil.search;

import no.speil.search.SearchRequest.Sort;
import org.apache.lucene.search.SortField;

/** The orders of results; what is equal otherwise stands as the archive has it. */
final class Order {
  private Order() {}

  static org.apache.lucene.search.Sort of(Sort sort) {
    var document = new SortField(Schema.DOCUMENT, SortField.Type.STRING);
    var position = new SortField(Schema.POSITION, SortField.Type.INT);
    return switch (sort) {
      case RELEVANCE ->
          new org.apache.lucene.search.Sort(SortField.FIELD_SCORE, document, position);
      case DATE ->
          new org.apache.lucene.search.Sort(
              newestFirst(), SortField.FIELD_SCORE, document, position);
      case WORK ->
          new org.apache.lucene.search.Sort(
              mostUrgentFirst(), SortField.FIELD_SCORE, document, position);
    };
  }

  /** Where in the sort values of a result its score is. */
  static int score(Sort sort) {
    return sort == Sort.RELEVANCE ? 0 : 1;
  }

  private static SortField mostUrgentFirst() {
    return new SortField(Schema.TASK_ORDER, SortField.Type.INT, false, Integer.MAX_VALUE);
  }

  private static SortField newestFirst() {
    return new SortField(Schema.DATE, SortField.Type.INT, true, 0);
  }
}
