package no.speil.exchange.convert;

/** A file that cannot be read as text; the message says why, in a sentence for people. */
public final class ConversionRefusedException extends RuntimeException {
  public ConversionRefusedException(String message) {
    super(message);
  }
}
