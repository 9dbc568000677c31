package no.speil.archive;

import java.io.UncheckedIOException;
import java.nio.file.Path;

/** The root cannot be served: it is missing, no archive, or may not be read or written. */
public final class UnusableRootException extends RuntimeException {
  UnusableRootException(String message) {
    super(message);
  }

  static UnusableRootException noFolder(Path root, String why) {
    return new UnusableRootException(
        "%s %s. Name the folder that holds archive/ and translations/ with --root DIR."
            .formatted(root, why));
  }

  static UnusableRootException notWritable(Path root, UncheckedIOException e) {
    if (FileAccessException.reason(e).equals("Read-only file system")) {
      return new UnusableRootException(
          ("%s cannot be written to: it lies on a read-only file system. If systemd runs Speil, let"
                  + " it write there: ReadWritePaths=%s below [Service] in \"systemctl edit speil\"."
                  + " Else mount the disk for writing, or start with serve --read-only.")
              .formatted(root, root));
    }
    return new UnusableRootException(
        ("%s cannot be written to (%s). Give this user the right to write there, or start with"
                + " serve --read-only.")
            .formatted(root, FileAccessException.cause(e)));
  }
}
