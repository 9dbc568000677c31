package no.speil.library;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import no.speil.corpus.DocumentId;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody who follows an archive has come to: a moment, and where very much was done after
 * it, how far they have come through the documents. Written by {@link #toString}.
 *
 * @param after what was done later has not been told
 */
public record ActivityCursor(Instant after, @Nullable Walk walk) {
  private static final String PART = "~";
  private static final int PARTS = 4;

  /** A moment. */
  public static ActivityCursor moment(Instant after) {
    return new ActivityCursor(after, null);
  }

  /**
   * A walk through the documents, those that have rested longest first.
   *
   * @param until what was done later is told when the walk is over
   * @param lastMillis when somebody did something last in the document that was told last
   * @param document that one
   */
  record Walk(Instant until, long lastMillis, DocumentId document) {}

  /** Reads what {@link #toString} wrote; a moment may be in any form of ISO 8601 in UTC. */
  public static Optional<ActivityCursor> parse(String written) {
    String[] parts = written.split(PART, PARTS);
    try {
      Instant after = Instant.parse(parts[0]);
      if (parts.length == 1) {
        return Optional.of(moment(after));
      }
      if (parts.length < PARTS) {
        return Optional.empty();
      }
      long lastMillis = Long.parseLong(parts[2]);
      return DocumentId.parse(parts[3])
          .map(id -> new ActivityCursor(after, new Walk(Instant.parse(parts[1]), lastMillis, id)));
    } catch (DateTimeException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return walk == null
        ? after.toString()
        : String.join(
            PART,
            after.toString(),
            walk.until().toString(),
            String.valueOf(walk.lastMillis()),
            walk.document().value());
  }
}
