package no.speil.archive;

import java.nio.file.Path;

/** The root cannot be served: it is missing, no folder, or not readable. */
public final class UnusableRootException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnusableRootException(Path root, String why) {
    super(
        root
            + " "
            + why
            + ". Name the folder that holds archive/ and translations/ with --root DIR.");
  }
}
