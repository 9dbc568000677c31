package no.speil.library.sync;

import no.speil.search.SearchNotice;
import no.speil.search.SearchNotice.Kind;

/**
 * How far the index is.
 *
 * @param complete whether every file was seen since the start, and the index holds what was seen
 * @param counted whether every file was seen since the start, so that counts are of all; it stays
 *     so where the index is lost and made anew
 * @param done documents looked at in the run that is under way, or in the last one
 * @param total documents to look at in that run; 0 where that is not known yet
 */
public record Readiness(boolean complete, boolean counted, long done, long total) {
  /** Says that only some of the archive has been read, and how much where that is known. */
  public SearchNotice notice() {
    return total == 0
        ? SearchNotice.of(Kind.INDEXING)
        : SearchNotice.of(Kind.INDEXING_PROGRESS, String.valueOf(done), String.valueOf(total));
  }
}
