package no.speil.markdown.splice;

/** The new text would change the blocks around it. */
public final class SpliceException extends RuntimeException {
  private static final long serialVersionUID = 1;

  SpliceException(String message) {
    super(message);
  }
}
