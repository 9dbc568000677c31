package no.speil.cli;

import java.nio.file.Path;
import java.time.Clock;
import no.speil.archive.Archive;
import no.speil.people.People;
import picocli.CommandLine.Option;

/** Which archive a command is about. */
final class RootOption {
  @Option(
      names = "--root",
      paramLabel = "DIR",
      description = "The folder that holds archive/ and translations/; the current one by default.")
  private Path root = Path.of("");

  /** The folder, whether there is an archive in it or not. */
  Path path() {
    return root.toAbsolutePath().normalize();
  }

  Archive openReadOnly() {
    return Archive.openReadOnly(root.toAbsolutePath(), Clock.systemUTC());
  }

  /** The people of the archive, beside its server. */
  People people() {
    try (Archive archive = openReadOnly()) {
      return People.of(archive.root(), Clock.systemUTC());
    }
  }

  Archive open() {
    return Archive.open(root.toAbsolutePath(), Clock.systemUTC());
  }
}
