package no.speil.tracking;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Who did something, when and through what.
 *
 * @param by a person's name, or {@code speil} for what the program did by itself
 * @param via {@code web}, {@code file} or another way in
 */
public record EventSignature(Instant at, String by, String via) {
  /** The name of the program. */
  public static final String PROGRAM = "speil";

  public EventSignature {
    at = at.truncatedTo(ChronoUnit.MILLIS); // as records keep it
  }
}
