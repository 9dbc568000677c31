package no.speil.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What became of each document of an import, told at its end. */
final class ImportReport {
  private final boolean isDryRun;
  private final Map<String, List<String>> lines = new LinkedHashMap<>();
  private int written;
  private int kept;
  private int refused;

  ImportReport(boolean isDryRun) {
    this.isDryRun = isDryRun;
  }

  /**
   * A file is written, or would be.
   *
   * @param document its id
   * @param from where its text comes from
   */
  void written(String document, String path, String from) {
    written++;
    say(document, path + (isDryRun ? " would be written" : " written") + ", from " + from);
  }

  /** A file of that name stays as it is. */
  void kept(String document, String path, String why) {
    kept++;
    say(document, path + " " + why);
  }

  /** Something that the keeper should know, as what could not be kept. */
  void note(String document, String sentence) {
    say(document, sentence);
  }

  /** Something that was given is not imported. */
  void refused(String given, String why) {
    refused++;
    say(given, "not imported: " + why);
  }

  private void say(String about, String line) {
    lines.computeIfAbsent(about, key -> new ArrayList<>()).add(line);
  }

  /** Whether all that was given is in the archive now, or would be. */
  boolean isComplete() {
    return kept == 0 && refused == 0;
  }

  void print(PrintWriter out) {
    lines.forEach(
        (about, said) -> {
          out.println(about);
          said.forEach(line -> out.println("  " + line));
        });
    out.println(
        CountLine.amount(written, "file")
            + (isDryRun ? " would be written" : " written")
            + (kept == 0 ? "" : ", " + kept + " there already")
            + (refused == 0 ? "" : ", " + refused + " not imported")
            + ".");
  }
}
