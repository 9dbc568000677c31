package no.speil.library.catalogue;

import java.util.UUID;
import java.util.stream.Stream;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Problem;
import no.speil.library.catalogue.FileStates.Stamps;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A document that cannot be loaded, by a fault of the program. Told as a problem of that document,
 * and harms no other.
 *
 * @param stamps of its files then; null where they could not be had
 * @param atMillis when it was tried, milliseconds since 1970
 */
public record DocumentFailure(
    DocumentId document, Problem problem, @Nullable Stamps stamps, long atMillis) {
  private static final Logger LOG = LoggerFactory.getLogger(DocumentFailure.class);

  /**
   * Notes a failure, and writes it into the log unless it is the one that is known.
   *
   * @param file of the document, below the root
   * @param known what came of the last attempt, or null
   */
  public static DocumentFailure of(
      DocumentId document,
      String file,
      @Nullable Stamps stamps,
      long atMillis,
      Throwable cause,
      @Nullable DocumentFailure known) {
    String sort = cause.getClass().getSimpleName();
    if (known != null && known.problem.details().getLast().equals(sort)) {
      return new DocumentFailure(document, known.problem, stamps, atMillis);
    }
    String reference = UUID.randomUUID().toString();
    LOG.error("{} loading {} failed; it is left out", reference, document, cause);
    return new DocumentFailure(
        document,
        Problem.of(file, 0, Problem.Kind.DOCUMENT_FAILED, reference, sort),
        stamps,
        atMillis);
  }

  /** Whether those stamps prove that the files are still those that failed. */
  public boolean isProvenBy(Stamps now) {
    return stamps != null
        && stamps.equals(now)
        && Stream.of(now.original(), now.translation(), now.record())
            .flatMap(Stream::ofNullable)
            .noneMatch(stamp -> stamp.isTooYoungToTrust(atMillis));
  }
}
