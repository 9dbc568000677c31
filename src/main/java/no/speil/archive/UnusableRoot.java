package no.speil.archive;

import java.nio.file.Path;

/** The root cannot be served: it is missing, no folder, or not readable. */
public final class UnusableRoot extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnusableRoot(Path root, String why) {
    super(
        root
            + " "
            + why
            + ". Name the folder that holds archive/ and translations/ with --root DIR.");
  }
}
