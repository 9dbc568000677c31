package no.speil.search;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import no.speil.corpus.Task;
import org.jspecify.annotations.Nullable;

/**
 * The work that a section needs.
 *
 * @param task the task for its translation, visible to everybody; null for none
 * @param reported when a reader last filed a report that is still open, visible only to users who
 *     may write; null for none
 */
public record DueTask(@Nullable Task task, @Nullable Instant reported, OpenItems open) {
  public static final DueTask NOTHING = new DueTask(null, null, OpenItems.NONE);

  /** When the section last changed or an open report was filed. */
  public Instant news(Instant changed) {
    return reported == null || reported.isBefore(changed) ? changed : reported;
  }

  /** All that users who may write see it listed under, the most urgent first. */
  public List<Task> works() {
    return Arrays.stream(Task.values()).filter(this::isListedUnder).toList();
  }

  private boolean isListedUnder(Task kind) {
    return switch (kind) {
      case REPORT -> reported != null;
      case SUGGESTION -> open.suggestion();
      case COMMENT -> open.comment();
      case CHECK -> !open.checks().isEmpty();
      case FACTS, WORDING, ORPHAN, UNTRANSLATED, DRAFT, TYPOGRAPHY, REVIEW -> kind == task;
    };
  }
}
