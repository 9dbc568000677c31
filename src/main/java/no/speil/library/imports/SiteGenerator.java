package no.speil.library.imports;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What a folder of texts was made for. */
enum SiteGenerator {
  HUGO,
  JEKYLL,
  NONE;

  private static final List<String> HUGO_SETTINGS = List.of("hugo", "config");
  private static final Set<String> OF_JEKYLL =
      Set.of("_site", "_layouts", "_includes", "_sass", "_data", "_plugins", "vendor");

  /** Knows it by the file with its settings, or by the folder that only it has. */
  static SiteGenerator of(Path folder) {
    if (Files.isRegularFile(folder.resolve("_config.yml"))
        || Files.isDirectory(folder.resolve("_posts"))) {
      return JEKYLL;
    }
    boolean hasSettings =
        Files.isDirectory(folder.resolve("config/_default"))
            || HUGO_SETTINGS.stream()
                .flatMap(name -> Stream.of(".toml", ".yaml", ".yml", ".json").map(name::concat))
                .anyMatch(name -> Files.isRegularFile(folder.resolve(name)));
    boolean isContent = Path.of("content").equals(folder.getFileName());
    return isContent || (hasSettings && Files.isDirectory(folder.resolve("content"))) ? HUGO : NONE;
  }

  /** The folder with the texts. */
  Path texts(Path folder) {
    Path content = folder.resolve("content");
    return this == HUGO && Files.isDirectory(content) ? content : folder;
  }

  /** The folders that an address beginning with a slash may lead to. */
  List<Path> served(Path folder) {
    return this == HUGO
        ? List.of(folder.resolve("static"), folder.resolve("assets"), folder)
        : List.of(folder);
  }

  /** Whether a file is a text; in a site of Jekyll, HTML is a template. */
  boolean readsEnding(String ending) {
    return this != JEKYLL || !ending.startsWith("htm");
  }

  /** Whether a folder holds texts, and not the generator's own files. */
  boolean reads(String folder) {
    boolean isOwn = this == JEKYLL && OF_JEKYLL.contains(folder);
    return !isOwn && !folder.startsWith(".") && !folder.equals("node_modules");
  }

  /** Whether a file holds the text of its folder. */
  boolean isOfFolder(String file) {
    String name = file.replaceFirst("\\..*", "");
    return name.equals("_index") || (name.equals("index") && this == HUGO);
  }
}
