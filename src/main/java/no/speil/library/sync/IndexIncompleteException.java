package no.speil.library.sync;

/** Asked for all that the archive has while only some of it is indexed. */
public final class IndexIncompleteException extends RuntimeException {
  /** After how many seconds it is worth while to ask again. */
  public static final int RETRY_SECONDS = 5;

  public IndexIncompleteException(Readiness readiness) {
    super(
        readiness.total() == 0
            ? "The archive is being read. Ask again when it is done."
            : "The archive is being read: %d of %d documents so far. Ask again when it is done."
                .formatted(readiness.done(), readiness.total()),
        null,
        false,
        false);
  }
}
