package no.speil.archive;

import java.io.IOException;

/** The lock file was deleted, and this process has not got the right to write back. */
public final class WriterLockLostException extends RuntimeException {
  /** After that it may be worth another try. */
  public static final long RETRY_SECONDS = 10;

  WriterLockLostException(String holder) {
    super(holder + " is writing to this archive, so nothing is written here until it has ended.");
  }

  WriterLockLostException(IOException cause) {
    super("Its lock cannot be taken again, so nothing is written here until it can.", cause);
  }
}
