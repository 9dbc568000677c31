package no.speil.people;

/** A name cannot be used; the message says why. */
public final class NameRefusedException extends RuntimeException {
  public NameRefusedException(String message) {
    super(message, null, false, false);
  }
}
