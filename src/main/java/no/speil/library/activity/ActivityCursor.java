package no.speil.library.activity;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import no.speil.corpus.DocumentId;
import no.speil.library.catalogue.Catalogue.Active;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody who follows an archive has come to: a moment, and where very much was done after
 * it, how far they have come through the documents. Written by {@link #toString}.
 *
 * @param after what was done later has not been told
 * @param told of what was done in that very moment, how much has been told; {@link #ALL} where all
 */
public record ActivityCursor(Instant after, int told, @Nullable Walk walk) {
  static final int ALL = -1;
  private static final String PART = "~";
  private static final String WITHIN = ":";
  private static final int PARTS = 4;

  /** A moment. */
  public static ActivityCursor moment(Instant after) {
    return new ActivityCursor(after, ALL, null);
  }

  /**
   * A walk through the documents, those that have rested longest first.
   *
   * @param until what was done later is told when the walk is over
   * @param last the document that was told last
   * @param told how much of it has been told; {@link #ALL} where all
   */
  record Walk(Instant until, Active last, int told) {}

  /** Reads what {@link #toString} wrote; a moment may be in any form of ISO 8601 in UTC. */
  public static Optional<ActivityCursor> parse(String written) {
    String[] parts = written.split(PART, PARTS);
    try {
      Instant after = Instant.parse(parts[0]);
      return switch (parts.length) {
        case 1 -> Optional.of(moment(after));
        case 2 -> Optional.of(new ActivityCursor(after, Integer.parseUnsignedInt(parts[1]), null));
        case PARTS -> walk(parts).map(walk -> new ActivityCursor(after, ALL, walk));
        default -> Optional.empty();
      };
    } catch (DateTimeException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<Walk> walk(String[] parts) {
    Instant until = Instant.parse(parts[1]);
    String[] place = parts[2].split(WITHIN, 2);
    long lastMillis = Long.parseLong(place[0]);
    int told = place.length == 1 ? ALL : Integer.parseUnsignedInt(place[1]);
    return DocumentId.parse(parts[3])
        .map(id -> new Walk(until, new Active(lastMillis, id.value()), told));
  }

  @Override
  public String toString() {
    if (walk == null) {
      return told == ALL ? after.toString() : after + PART + told;
    }
    Active last = walk.last();
    String place = last.millis() + (walk.told() == ALL ? "" : WITHIN + walk.told());
    return String.join(PART, after.toString(), walk.until().toString(), place, last.document());
  }
}
