package no.speil.library;

import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import no.speil.corpus.DocumentId;

/**
 * The documents that came last, those of one day by when their files were changed; of a large
 * archive only those are remembered.
 */
final class Additions {
  private static final int REMEMBERED = 100;

  private final TreeSet<Addition> latest =
      new TreeSet<>(
          Comparator.comparingLong(Addition::day)
              .thenComparingLong(Addition::changedMillis)
              .reversed()
              .thenComparing(Addition::id));

  private record Addition(long day, long changedMillis, DocumentId id) {}

  void add(Card card) {
    latest.add(addition(card));
    if (latest.size() > REMEMBERED) {
      latest.pollLast();
    }
  }

  void remove(Card card) {
    latest.remove(addition(card));
  }

  /** The latest first. */
  List<DocumentId> first(int most) {
    return latest.stream().limit(most).map(Addition::id).toList();
  }

  private static Addition addition(Card card) {
    long day = TimeUnit.MILLISECONDS.toDays(card.deeds().addedMillis());
    return new Addition(day, card.entry().changedMillis(), card.entry().id());
  }
}
