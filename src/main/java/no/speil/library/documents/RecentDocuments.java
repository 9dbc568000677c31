package no.speil.library.documents;

import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import no.speil.corpus.DocumentId;

/**
 * The documents that came last, those of one day by when their files were changed; of a large
 * archive only those are remembered.
 */
final class RecentDocuments {
  private static final int REMEMBERED = 100;

  private final TreeSet<Addition> latest =
      new TreeSet<>(
          Comparator.comparingLong(Addition::day)
              .thenComparingLong(Addition::changedMillis)
              .reversed()
              .thenComparing(Addition::id));

  private record Addition(long day, long changedMillis, DocumentId id) {}

  void add(DocumentSummary documentSummary) {
    latest.add(addition(documentSummary));
    if (latest.size() > REMEMBERED) {
      latest.pollLast();
    }
  }

  void remove(DocumentSummary documentSummary) {
    latest.remove(addition(documentSummary));
  }

  /** The latest first. */
  List<DocumentId> first(int most) {
    return latest.stream().limit(most).map(Addition::id).toList();
  }

  private static Addition addition(DocumentSummary documentSummary) {
    long day = TimeUnit.MILLISECONDS.toDays(documentSummary.contributions().addedMillis());
    return new Addition(day, documentSummary.entry().changedMillis(), documentSummary.entry().id());
  }
}
