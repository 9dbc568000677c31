package no.speil.people;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A token by which a program acts for a person; the token itself is not kept.
 *
 * @param id names it to its owner
 * @param label what its owner calls it
 * @param until when it ends; null for those of before there was an end
 */
public record AccessToken(
    String id, String label, String hash, Instant created, @Nullable Instant until) {
  /** The longest that one lasts. */
  public static final Duration LONGEST = Duration.ofDays(365);

  boolean isOpen(Instant now) {
    return until == null || now.isBefore(until);
  }
}
