package no.speil.people;

/** Wrong passwords came too often. */
public final class TooManyAttemptsException extends RuntimeException {
  private final long seconds;

  TooManyAttemptsException(long seconds) {
    super("Too many failed attempts.", null, false, false);
    this.seconds = seconds;
  }

  /** How long until the next one. */
  public long seconds() {
    return seconds;
  }
}
