package no.speil.cli;

import java.nio.file.Path;
import java.time.Clock;
import no.speil.archive.Archive;
import picocli.CommandLine.Option;

/** Which archive a command is about. */
final class RootOption {
  @Option(
      names = "--root",
      paramLabel = "DIR",
      description = "The folder that holds archive/ and translations/; the current one by default.")
  private Path root = Path.of("");

  Archive openReadOnly() {
    return Archive.openReadOnly(root.toAbsolutePath(), Clock.systemUTC());
  }

  Archive open() {
    return Archive.open(root.toAbsolutePath(), Clock.systemUTC());
  }
}
