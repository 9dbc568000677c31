package no.speil.archive.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;

/** Backups in one folder, each named after the time when it was begun, in UTC. */
public final class BackupFolder {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

  private static final String NAME = "speil-[0-9]{8}-[0-9]{6}\\.zip";

  private final Path folder;

  public BackupFolder(Path folder) {
    this.folder = folder;
  }

  /** The file for a backup that is begun now; under the next free time if there is one of now. */
  public Path next(Clock clock) {
    return Stream.iterate(clock.instant(), time -> time.plusSeconds(1))
        .map(time -> folder.resolve("speil-" + TIME.format(time) + ".zip"))
        .filter(file -> !Files.exists(file))
        .findFirst()
        .orElseThrow();
  }

  /**
   * The newest backup.
   *
   * @throws BackupException if there is none
   */
  public Path newest() {
    return all().reversed().stream()
        .findFirst()
        .orElseThrow(() -> new BackupException("There is no backup in " + folder + "."));
  }

  /**
   * Deletes the oldest of the other backups, and no other files.
   *
   * @param made the one that has just been made, which stays whatever the clock has said before
   * @param most so many are kept, that one included
   * @return those that are gone
   */
  public List<Path> prune(Path made, int most) {
    List<Path> others = all().stream().filter(file -> !file.equals(made)).toList();
    List<Path> old = others.subList(0, Math.max(0, others.size() + 1 - most));
    for (Path each : old) {
      try {
        Files.delete(each);
      } catch (IOException e) {
        throw new UncheckedIOException("deleting an old backup: " + e, e);
      }
    }
    return old;
  }

  private List<Path> all() {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.getFileName().toString().matches(NAME)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("listing the backups: " + e, e);
    }
  }
}
