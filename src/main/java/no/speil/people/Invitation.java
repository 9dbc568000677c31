package no.speil.people;

import java.time.Duration;
import java.time.Instant;

/**
 * Lets a person choose a password once.
 *
 * @param hash of the secret in the link
 */
public record Invitation(String hash, Instant until) {
  static final Duration LASTS = Duration.ofDays(7);

  /** Whether it still works. */
  public boolean isOpen(Instant now) {
    return now.isBefore(until);
  }
}
