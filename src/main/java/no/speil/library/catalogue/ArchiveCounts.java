package no.speil.library.catalogue;

import no.speil.status.Progress;

/** What the archive holds, counted. */
public record ArchiveCounts(long documents, long problems, Progress progress) {
  /** The sections with words to translate. */
  public long sections() {
    return progress.total().sections();
  }
}
