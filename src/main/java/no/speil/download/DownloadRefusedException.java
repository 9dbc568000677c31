package no.speil.download;

/** Something is not fetched, or cannot be; the message says why, as the end of a sentence. */
public final class DownloadRefusedException extends Exception {
  private static final long serialVersionUID = 1;

  public DownloadRefusedException(String message) {
    super(message);
  }
}
