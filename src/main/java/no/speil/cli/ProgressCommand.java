package no.speil.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import no.speil.archive.Archive;
import no.speil.library.catalogue.FolderTally.FolderProgress;
import no.speil.library.sync.ArchiveScan;
import no.speil.status.Progress;
import no.speil.status.ProgressCount;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tells how far the translation is, by folder; can run beside a server. */
@Command(name = "progress", description = "Tell how far the translation is, by folder, in words.")
final class ProgressCommand implements Callable<Integer> {
  @Mixin private RootOption root = new RootOption();

  @Option(names = "--json", description = "Print one JSON object instead of a table.")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws JsonProcessingException {
    List<FolderProgress> folders;
    try (Archive archive = root.openReadOnly()) {
      folders = ArchiveScan.progress(archive, Clock.systemUTC());
    }
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(json(folders));
    } else {
      table(folders).forEach(out::println);
    }
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
    var mapper = new ObjectMapper();
    ArrayNode array = mapper.createArrayNode();
    for (FolderProgress folder : folders) {
      Progress progress = folder.progress();
      ObjectNode node = array.addObject().put("folder", folder.folder());
      node.put("documents", folder.documents());
      amount(node.putObject("untranslated"), progress.untranslated());
      amount(node.putObject("draft"), progress.draft());
      amount(node.putObject("translated"), progress.translated());
      amount(node.putObject("reviewed"), progress.reviewed());
      amount(node.putObject("stale"), progress.stale());
    }
    return mapper.writeValueAsString(mapper.createObjectNode().set("folders", array));
  }

  private static void amount(ObjectNode node, ProgressCount progressCount) {
    node.put("sections", progressCount.sections()).put("words", progressCount.words());
  }
}
