package no.speil.exchange.convert;

/** A text of another format cannot be read; the message says why, and what to do. */
public final class NotConvertibleException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public NotConvertibleException(String message) {
    super(message);
  }
}
