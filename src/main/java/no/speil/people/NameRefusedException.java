package no.speil.people;

/** A name cannot be used; the message says why. */
public final class NameRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public NameRefusedException(String message) {
    super(message, null, false, false);
  }
}
