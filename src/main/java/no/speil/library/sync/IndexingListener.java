package no.speil.library.sync;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Is told how the reading of changed files goes on, from several threads. */
@FunctionalInterface
public interface IndexingListener {
  /** Nobody wants to know. */
  IndexingListener NONE = (done, total, remaining) -> {};

  /**
   * One more document has been looked at.
   *
   * @param done documents looked at
   * @param total documents to look at in this run
   * @param remaining how long the others will take; null if that is not known
   */
  void progress(long done, long total, @Nullable Duration remaining);
}
