package no.speil.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.speil.archive.Archive;
import no.speil.library.catalogue.FolderTally.FolderProgress;
import no.speil.library.sync.ArchiveScan;
import no.speil.status.Progress;
import no.speil.status.ProgressCount;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Tells how far the translation is, by folder; can run beside a server. */
@Command(name = "progress", description = "Tell how far the translation is, by folder, in words.")
final class ProgressCommand extends ArchiveCommand {
  @Option(names = "--json", description = "Print one JSON object instead of a table.")
  private boolean json;

  @Override
  public Integer call() throws JsonProcessingException {
    List<FolderProgress> folders;
    try (Archive archive = root.openReadOnly()) {
      folders = ArchiveScan.progress(archive, Clock.systemUTC());
    }
    print(json ? List.of(json(folders)) : table(folders));
    return SpeilCommand.FINE;
  }

  private static List<String> table(List<FolderProgress> folders) {
    var lines = new ArrayList<String>();
    String form = "%-32s %9s %10s %12s %8s %10s %10s %8s";
    lines.add(
        form.formatted(
            "", "documents", "words", "untranslated", "draft", "translated", "reviewed", "stale"));
    for (FolderProgress folder : folders) {
      Progress progress = folder.progress();
      lines.add(
          form.formatted(
              folder.folder().isEmpty() ? "all" : folder.folder(),
              number(folder.documents()),
              number(progress.total().words()),
              percent(progress.untranslated(), progress.total()),
              percent(progress.draft(), progress.total()),
              percent(progress.translated(), progress.total()),
              percent(progress.reviewed(), progress.total()),
              percent(progress.stale(), progress.total())));
    }
    return lines;
  }

  private static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String percent(ProgressCount part, ProgressCount whole) {
    return String.format(Locale.ROOT, "%.1f %%", 100.0 * part.words() / Math.max(1, whole.words()));
  }

  private static String json(List<FolderProgress> folders) throws JsonProcessingException {
    List<Map<String, Object>> lines = folders.stream().map(ProgressCommand::json).toList();
    return new ObjectMapper().writeValueAsString(Map.of("folders", lines));
  }

  private static Map<String, Object> json(FolderProgress folder) {
    Progress progress = folder.progress();
    var line = new LinkedHashMap<String, Object>();
    line.put("folder", folder.folder());
    line.put("documents", folder.documents());
    line.put("untranslated", progress.untranslated());
    line.put("draft", progress.draft());
    line.put("translated", progress.translated());
    line.put("reviewed", progress.reviewed());
    line.put("stale", progress.stale());
    return line;
  }
}
