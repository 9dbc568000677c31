package no.speil.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.stream.Stream;
import no.speil.archive.Archive;
import no.speil.archive.PrivateFile;
import no.speil.people.People;
import picocli.CommandLine.Option;

/** Which archive a command is about. */
final class RootOption {
  /** Where a server that listens on this machine says so to the commands beside it. */
  static final String ADDRESS = ".speil/address";

  private static final String LOCAL = "http://127.0.0.1:7070";

  @Option(names = "--root", paramLabel = "DIR")
  private Path root = Path.of("").toAbsolutePath();

  /** The folder, whether there is an archive in it or not. */
  Path path() {
    return root.toAbsolutePath().normalize();
  }

  /** Lets an empty folder become an archive, into which texts can be imported. */
  void prepare() {
    try (Stream<Path> entries = Files.list(path())) {
      if (entries.findAny().isEmpty()) {
        Files.createDirectory(path().resolve("archive"));
      }
    } catch (IOException e) {
      // what is wrong with the folder is said when it is opened
    }
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

  /** Where people reach the archive: as it says itself, or where its server listened last. */
  String address() {
    try (Archive archive = openReadOnly()) {
      String own = archive.profile().imprint().url();
      return own.isEmpty()
          ? new PrivateFile(archive.root(), ADDRESS).read().map(String::strip).orElse(LOCAL)
          : own;
    }
  }

  Archive open() {
    return Archive.open(root.toAbsolutePath(), Clock.systemUTC());
  }
}
