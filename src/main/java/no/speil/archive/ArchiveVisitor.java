package no.speil.archive;

import no.speil.corpus.Problem;

/** Receives what a walk through the archive meets. */
public interface ArchiveVisitor {
  /** A text or a record. */
  void found(ArchiveFile archiveFile);

  /** Something that is passed over. */
  void problem(Problem problem);
}
