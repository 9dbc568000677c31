package no.speil.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import no.speil.archive.Archive;
import no.speil.archive.backup.Backup;
import no.speil.archive.backup.BackupSummary;
import no.speil.archive.backup.Restore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Copies the archive into one file; can run beside a server. */
@Command(
    name = "backup",
    description = {
      "Copy the archive into one zip file, also while it is served.",
      "It holds archive/, translations/, glossary.tsv and accounts.json, and only its owner may"
          + " read it. An earlier backup of that name is replaced."
    })
final class BackupCommand extends ArchiveCommand {
  @Parameters(paramLabel = "FILE", description = "The file to write, such as letters.zip.")
  private Path file = Path.of("");

  @Override
  public Integer call() {
    try (Archive archive = root.openReadOnly()) {
      BackupSummary summary = Backup.write(archive.root(), file, Clock.systemUTC());
      for (String path : summary.leftOut()) {
        err().println(path + " is left out: it is a link, and links are not followed.");
      }
      out().println(summary("Wrote", summary, file));
    }
    return SpeilCommand.FINE;
  }

  /** What was done, in one line. */
  static String summary(String done, BackupSummary summary, Path place) {
    return String.format(
        Locale.ROOT,
        "%s %s: %,d files, %.1f MB.",
        done,
        place,
        summary.files(),
        summary.bytes() / 1e6);
  }

  /** Brings a backup back into an empty folder. */
  @Command(
      name = "restore",
      description = {
        "Bring a backup back into an empty folder, and check every file.",
        "The index is made again when the archive is served next."
      })
  static final class RestoreCommand extends ArchiveCommand {
    @Parameters(paramLabel = "FILE", description = "The backup.")
    private Path file = Path.of("");

    @Override
    public Integer call() {
      BackupSummary summary = Restore.into(root.path(), file);
      out().println(summary("Restored into", summary, root.path()));
      return SpeilCommand.FINE;
    }
  }
}
