package no.speil.search;

import java.time.Instant;
import no.speil.corpus.Task;
import org.jspecify.annotations.Nullable;

/**
 * The work that a section needs.
 *
 * @param task the task for its translation, visible to everybody; null for none
 * @param reported when a reader last filed a report that is still open, visible only to users who
 *     may write; null for none
 */
public record DueTask(@Nullable Task task, @Nullable Instant reported) {
  public static final DueTask NOTHING = new DueTask(null, null);

  /** The task that everybody may see. */
  public DueTask withoutReports() {
    return new DueTask(task, null);
  }

  /** When the section last changed or an open report was filed. */
  public Instant news(Instant changed) {
    return reported == null || reported.isBefore(changed) ? changed : reported;
  }

  /** The task that users who may write see it listed under; null for none. */
  public @Nullable Task work() {
    return reported == null ? task : Task.REPORT;
  }

  /** The rank in the work queue; a report never hides a more urgent task. */
  public int order() {
    int translating = task == null ? Integer.MAX_VALUE : task.order();
    return reported == null ? translating : Math.min(translating, Task.REPORT.order());
  }
}
