package no.speil.markdown.splice;

/** The new text would take in or change what stands around it, and cannot be closed. */
public final class SpliceException extends RuntimeException {
  private static final long serialVersionUID = 1;

  SpliceException(String message) {
    super(message);
  }
}
