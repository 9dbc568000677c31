package no.speil.people;

/** Somebody has tried a name with wrong passwords too often. */
public final class TooManyAttemptsException extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final long seconds;

  TooManyAttemptsException(long seconds) {
    super("Too many failed attempts with this name.", null, false, false);
    this.seconds = seconds;
  }

  /** How long until the next one. */
  public long seconds() {
    return seconds;
  }
}
