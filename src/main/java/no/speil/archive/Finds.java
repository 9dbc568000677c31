package no.speil.archive;

import no.speil.corpus.Problem;

/** Receives what a walk through the archive meets. */
public interface Finds {
  /** A text or a record. */
  void found(Found found);

  /** Something that is passed over. */
  void problem(Problem problem);
}
