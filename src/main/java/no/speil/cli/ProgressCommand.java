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
import no.speil.corpus.State;
import no.speil.library.catalogue.FolderTally;
import no.speil.library.catalogue.FolderTally.FolderProgress;
import no.speil.library.scan.ArchiveScan;
import no.speil.status.Progress;
import no.speil.status.ProgressCount;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Tells how far the translation is, by folder; can run beside a server. */
@Command(name = "progress")
final class ProgressCommand extends ArchiveCommand {
  private static final String FOLDER = "%-32s %9s %10s";
  private static final String SHARE = " %12s";

  @Option(names = "--json")
  private boolean json;

  @Override
  public Integer call() throws JsonProcessingException {
    var folders = new FolderTally();
    try (Archive archive = root.openReadOnly()) {
      ArchiveScan.of(archive, Clock.systemUTC(), each -> folders.add(each.id(), each.progress()));
    }
    print(json ? List.of(json(folders.all())) : table(folders.all()));
    return SpeilCommand.FINE;
  }

  private static List<String> table(List<FolderProgress> folders) {
    var lines = new ArrayList<String>();
    var head = new StringBuilder(FOLDER.formatted("", "documents", "words"));
    for (State state : State.values()) {
      head.append(SHARE.formatted(state.code()));
    }
    lines.add(head + SHARE.formatted("stale"));
    for (FolderProgress folder : folders) {
      Progress progress = folder.progress();
      String name = folder.folder().isEmpty() ? "all" : folder.folder();
      String words = number(progress.total().words());
      var line = new StringBuilder(FOLDER.formatted(name, number(folder.documents()), words));
      for (State state : State.values()) {
        line.append(percent(progress.of(state), progress.total()));
      }
      lines.add(line + percent(progress.stale(), progress.total()));
    }
    return lines;
  }

  private static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String percent(ProgressCount part, ProgressCount whole) {
    double percent = 100.0 * part.words() / Math.max(1, whole.words());
    return SHARE.formatted(String.format(Locale.ROOT, "%.1f %%", percent));
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
    for (State state : State.values()) {
      line.put(state.code(), progress.of(state));
    }
    line.put("stale", progress.stale());
    return line;
  }
}
