package no.speil.web.queue;

import java.util.List;
import no.speil.corpus.Task;
import no.speil.search.FacetCount;
import no.speil.search.SearchResult;
import no.speil.search.WorkFacet;

/**
 * Sections left in a queue.
 *
 * @param toDo to translate, finish or correct
 * @param toReview translated, and waiting for a review and nothing else
 */
public record QueueCount(long toDo, long toReview) {

  public static QueueCount of(QueueUrl queue, SearchResult result) {
    if (queue.task() != null) {
      return queue.task() == Task.REVIEW
          ? new QueueCount(0, result.total())
          : new QueueCount(result.total(), 0);
    }
    long reviews =
        result.facets().getOrDefault("work", List.of()).stream()
            .filter(each -> each.value().equals(WorkFacet.ONLY_REVIEW))
            .mapToLong(FacetCount::count)
            .sum();
    return new QueueCount(result.total() - reviews, reviews);
  }
}
