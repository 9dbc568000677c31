package no.speil.download;

/** Something is not fetched, or cannot be; the message says why, as the end of a sentence. */
public final class DownloadRefusedException extends Exception {
  public DownloadRefusedException(String message) {
    super(message);
  }
}
