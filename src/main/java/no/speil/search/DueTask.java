package no.speil.search;

import java.time.Instant;
import no.speil.corpus.Task;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done with a section.
 *
 * @param task for its translation, which everybody may know; null for nothing
 * @param reported when a reader last reported something that waits for somebody, which only those
 *     who may write are told; null where nothing waits
 */
public record DueTask(@Nullable Task task, @Nullable Instant reported) {
  public static final DueTask NOTHING = new DueTask(null, null);

  /** What of it everybody may know. */
  public DueTask withoutReports() {
    return new DueTask(task, null);
  }

  /** When the section last changed or something that waits was reported. */
  public Instant news(Instant changed) {
    return reported == null || reported.isBefore(changed) ? changed : reported;
  }

  /** The one kind of work that it is listed as to those who may write; null for none. */
  public @Nullable Task work() {
    return reported == null ? task : Task.REPORT;
  }

  /** Where it stands among the work, so that a report never hides graver work. */
  public int order() {
    int translating = task == null ? Integer.MAX_VALUE : task.order();
    return reported == null ? translating : Math.min(translating, Task.REPORT.order());
  }
}
