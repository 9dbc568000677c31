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
@Command(name = "backup")
final class BackupCommand extends ArchiveCommand {
  @Parameters(paramLabel = "FILE", descriptionKey = "file")
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
  @Command(name = "restore")
  static final class RestoreCommand extends ArchiveCommand {
    @Parameters(paramLabel = "FILE", descriptionKey = "file")
    private Path file = Path.of("");

    @Override
    public Integer call() {
      BackupSummary summary = Restore.into(root.path(), file);
      out().println(summary("Restored into", summary, root.path()));
      return SpeilCommand.FINE;
    }
  }
}
