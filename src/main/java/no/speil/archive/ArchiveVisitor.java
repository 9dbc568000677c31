package no.speil.archive;

import no.speil.corpus.Problem;

/** Receives what a walk through the archive meets. */
public interface ArchiveVisitor {
  /** A text or a record. */
  void found(ArchiveFile file);

  /**
   * A folder or a file that the system does not show, and which may hold what was there before.
   *
   * @param path below the root
   */
  default void unlisted(String path) {}

  /**
   * A file that is neither, such as a picture.
   *
   * @param path below the root
   */
  default void skipped(String path) {}

  /** Something that is passed over, or not shown. */
  default void problem(Problem problem) {}
}
