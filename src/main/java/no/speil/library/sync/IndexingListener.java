package no.speil.library.sync;

/** Is told how the reading of changed files goes on, from several threads. */
@FunctionalInterface
public interface IndexingListener {
  /** Nobody wants to know. */
  IndexingListener NONE = (done, total) -> {};

  /**
   * One more document has been looked at.
   *
   * @param done documents looked at
   * @param total documents to look at in this run
   */
  void progress(long done, long total);
}
