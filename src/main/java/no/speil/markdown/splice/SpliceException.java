package no.speil.markdown.splice;

/** The new text would change the blocks around it. */
public final class SpliceException extends RuntimeException {
  SpliceException(String message) {
    super(message);
  }
}
