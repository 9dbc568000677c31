package no.speil.library;

import no.speil.archive.RecordFile;
import no.speil.tracking.Ledger;
import org.jspecify.annotations.Nullable;

/**
 * A document with all that was read to show it.
 *
 * @param translationPath below {@code translations/}
 * @param record the events as read
 * @param ledger the events folded, with a layout that fits the texts
 */
record Loaded(
    LiveDocument live, Marks marks, String translationPath, RecordFile record, Ledger ledger) {

  /** When one of the files was last changed; the layout that we write ourselves does not count. */
  long changedMillis() {
    return Math.max(millis(marks.original()), millis(marks.translation()));
  }

  private static long millis(@Nullable FileMark mark) {
    return mark == null ? 0 : mark.stamp().modifiedMillis();
  }

  /** About how much memory it takes, in characters. */
  long weight() {
    return weight(live.original())
        + weight(live.translation())
        + 500L * (live.sections().size() + record.events().size());
  }

  private static long weight(@Nullable Leaf leaf) {
    return leaf == null ? 0 : 3L * leaf.source().length();
  }
}
