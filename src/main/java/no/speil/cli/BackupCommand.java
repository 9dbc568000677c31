package no.speil.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import no.speil.archive.Archive;
import no.speil.archive.backup.Backup;
import no.speil.archive.backup.BackupFolder;
import no.speil.archive.backup.BackupSummary;
import no.speil.archive.backup.Restore;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Copies the archive into one file; can run beside a server. */
@Command(name = "backup")
final class BackupCommand extends ArchiveCommand {
  @Parameters(paramLabel = "FILE", descriptionKey = "file")
  private Path file = Path.of("");

  @Option(names = "--keep", paramLabel = "NUMBER")
  private @Nullable Integer keep;

  @Option(names = "--verify")
  private boolean isVerification;

  @Override
  public Integer call() {
    var folder = new BackupFolder(file);
    boolean isFolder = Files.isDirectory(file);
    if (keep != null && (keep < 1 || !isFolder || isVerification)) {
      String why = isVerification ? "--verify writes nothing" : file + " is no folder";
      throw wrong(spec, "--keep", keep < 1 ? "keep one at least" : why);
    }
    if (isVerification) {
      Path backup = isFolder ? folder.newest() : file;
      out().println(summary("Verified", Restore.verify(backup), backup));
      return SpeilCommand.FINE;
    }
    Path made = isFolder ? folder.next(Clock.systemUTC()) : file;
    write(made);
    if (keep != null) {
      folder.prune(made, keep).forEach(old -> out().println("Deleted " + old + "."));
    }
    return SpeilCommand.FINE;
  }

  private void write(Path backup) {
    try (Archive archive = root.openReadOnly()) {
      BackupSummary summary = Backup.write(archive.root(), backup, Clock.systemUTC());
      for (String path : summary.leftOut()) {
        err().println(path + " is left out: it is a link, and links are not followed.");
      }
      out().println(summary("Wrote", summary, backup));
    }
  }

  /** What was done, in one line. */
  static String summary(String done, BackupSummary summary, Path place) {
    double megabytes = summary.bytes() / 1e6;
    return String.format(
        Locale.ROOT, "%s %s: %,d files, %.1f MB.", done, place, summary.files(), megabytes);
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
