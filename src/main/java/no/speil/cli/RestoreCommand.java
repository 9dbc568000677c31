package no.speil.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import no.speil.archive.backup.BackupSummary;
import no.speil.archive.backup.Restore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Brings a backup back into an empty folder. */
@Command(
    name = "restore",
    description = {
      "Bring a backup back into an empty folder, and check every file.",
      "The index is made again when the archive is served next."
    })
final class RestoreCommand implements Callable<Integer> {
  @Mixin private RootOption root = new RootOption();

  @Parameters(paramLabel = "FILE", description = "The backup.")
  private Path file = Path.of("");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    BackupSummary summary = Restore.into(root.path(), file);
    spec.commandLine().getOut().println(BackupCommand.line("Restored into", summary, root.path()));
    return SpeilCommand.FINE;
  }
}
