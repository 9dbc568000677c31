package no.speil.archive.backup;

/** A backup cannot be made, or not be brought back; the message says why and what to do. */
public final class BackupException extends RuntimeException {
  BackupException(String message) {
    super(message);
  }
}
