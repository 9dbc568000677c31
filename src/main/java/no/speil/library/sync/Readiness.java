package no.speil.library.sync;

import java.time.Duration;
import no.speil.search.SearchNotice;
import no.speil.search.SearchNotice.Kind;
import org.jspecify.annotations.Nullable;

/**
 * How far the index is.
 *
 * @param complete whether every file was seen since the start, and the index holds what was seen
 * @param counted whether every file was seen since the start, so that counts are of all; it stays
 *     so where the index is lost and made anew
 * @param done documents looked at in the run that is under way, or in the last one
 * @param total documents to look at in that run; 0 where that is not known yet
 * @param remaining how long the others will take; null if that is not known
 */
public record Readiness(
    boolean complete, boolean counted, long done, long total, @Nullable Duration remaining) {

  /**
   * Says that only some of the archive has been read, and how much and how long the rest takes
   * where that is known.
   */
  public SearchNotice notice() {
    if (total == 0) {
      return SearchNotice.of(Kind.INDEXING);
    }
    String read = String.valueOf(done);
    String all = String.valueOf(total);
    if (remaining == null) {
      return SearchNotice.of(Kind.INDEXING_PROGRESS, read, all);
    }
    long minutes = remaining.plusSeconds(59).toMinutes();
    return minutes <= 1
        ? SearchNotice.of(Kind.INDEXING_LAST_MINUTE, read, all)
        : SearchNotice.of(Kind.INDEXING_MINUTES, read, all, String.valueOf(minutes));
  }
}
