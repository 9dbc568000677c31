package no.speil.archive;

import java.nio.file.Path;

/** Another process writes to this archive. */
public final class ArchiveInUseException extends RuntimeException {
  ArchiveInUseException(Path root, String holder) {
    super(
        holder
            + " is writing to "
            + root
            + ". Stop it first; a second server can run beside it with --read-only.");
  }
}
