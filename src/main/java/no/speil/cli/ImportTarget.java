package no.speil.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import no.speil.archive.Archive;
import no.speil.archive.AttachedFile;
import no.speil.archive.NewFiles;
import no.speil.archive.NewFiles.Obstacle;
import no.speil.corpus.DocumentId;
import no.speil.exchange.convert.ConvertedText;
import no.speil.library.catalogue.SiteLinks;
import no.speil.markdown.splice.FrontMatterWriter;
import no.speil.markdown.splice.LinkAddresses;

/**
 * Where imported files go: into the archive, or in a dry run nowhere. What became of each document
 * is told at the end.
 */
final class ImportTarget {
  private static final String THERE = "is there already and stays as it is";

  private final NewFiles files;
  private final boolean isDryRun;
  private final Map<String, List<String>> lines = new LinkedHashMap<>();
  private int written;
  private int kept;
  private int refused;

  ImportTarget(Archive archive, boolean isDryRun) {
    this.files = new NewFiles(archive);
    this.isDryRun = isDryRun;
  }

  NewFiles files() {
    return files;
  }

  boolean isDryRun() {
    return isDryRun;
  }

  /**
   * Writes a file if nothing is in its way.
   *
   * @param document its id
   * @param path below the root, beginning with {@code archive/} or {@code translations/}
   * @param from where its text comes from
   * @return whether it was written, or would be
   */
  boolean write(DocumentId document, String path, byte[] bytes, String from) {
    Optional<Obstacle> obstacle = files.obstacle(path);
    if (obstacle.isEmpty() && isDryRun) {
      files.reserve(path);
    } else if (obstacle.isPresent() || !files.create(path, bytes)) {
      kept(document, path, obstacle.map(each -> why(each, path, bytes)).orElse(THERE));
      return false;
    }
    written(document, path, from);
    return true;
  }

  private String why(Obstacle obstacle, String path, byte[] bytes) {
    return switch (obstacle.kind()) {
      case FILE -> files.holds(path, bytes) ? "is there already, with the same text" : THERE;
      case OTHER_CASE ->
          "not written: "
              + obstacle.path()
              + " is there, and differs only in small and capital"
              + " letters, which not every file system tells apart";
      case LINK -> "not written: " + obstacle.path() + " is a link, and links are not followed";
    };
  }

  /**
   * Writes the pictures that come with a text.
   *
   * @param folder {@code archive/} or {@code translations/}
   * @param moved where its other addresses lead to now; empty for one that stays as it is
   * @return the body, which shows them
   */
  String withPictures(
      DocumentId id,
      String folder,
      String from,
      ConvertedText text,
      Function<String, Optional<String>> moved) {
    var pictures = new HashMap<String, String>();
    for (ConvertedText.Picture picture : text.pictures()) {
      String name = DocumentNames.cleaned(picture.name()).orElse("");
      if (!AttachedFile.Kind.IMAGE.is(name)) {
        note(
            id.value(),
            "%s: The picture %s is of a kind that is not shown.".formatted(from, picture.name()));
      } else if (write(id, folder + id + "/" + name, picture.bytes(), from)) {
        pictures.put(picture.name(), id.name() + "/" + name);
      }
    }
    return LinkAddresses.change(
        text.markdown(),
        address ->
            Optional.ofNullable(pictures.get(SiteLinks.path(address)))
                .or(() -> moved.apply(address)));
  }

  /**
   * Writes an original that has no text yet.
   *
   * @param from where its details come from
   */
  boolean writeDetails(DocumentId id, ConvertedText original, String from) {
    byte[] bytes = FrontMatterWriter.write(original.frontMatter()).getBytes(StandardCharsets.UTF_8);
    return write(id, "archive/" + id + ".md", bytes, from);
  }

  /** A file is written, or would be. */
  void written(DocumentId document, String path, String from) {
    written++;
    note(document.value(), path + (isDryRun ? " would be written" : " written") + ", from " + from);
  }

  /** A file of that name stays as it is. */
  void kept(DocumentId document, String path, String why) {
    kept++;
    note(document.value(), path + " " + why);
  }

  /** Something that was given is not imported. */
  void refused(String given, String why) {
    refused++;
    note(given, "not imported: " + why);
  }

  /**
   * Something that the keeper should know, as what could not be kept.
   *
   * @param about a document, or what was given
   */
  void note(String about, String sentence) {
    lines.computeIfAbsent(about, key -> new ArrayList<>()).add(sentence);
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
        ArchiveCommand.amount(written, "file")
            + (isDryRun ? " would be written" : " written")
            + (kept == 0 ? "" : ", " + kept + " there already")
            + (refused == 0 ? "" : ", " + refused + " not imported")
            + ".");
  }
}
