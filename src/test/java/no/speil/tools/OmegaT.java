package no.speil.tools;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import no.speil.Program;
import org.junit.jupiter.api.Assumptions;

/**
 * OmegaT in its console mode. {@code -Dspeil.omegat} names the folder with its libraries, which
 * {@code src/test/omegat/pom.xml} collects; {@code target/omegat} unless given.
 */
final class OmegaT {
  private static final Path LIBRARIES =
      Path.of(System.getProperty("speil.omegat", "target/omegat")).toAbsolutePath();
  private static final AtomicBoolean TOLD = new AtomicBoolean();
  private static final String PROJECT =
      """
      <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
      <omegat>
        <project version="1.0">
          <source_dir>__DEFAULT__</source_dir>
          <source_dir_excludes/>
          <target_dir>__DEFAULT__</target_dir>
          <tm_dir>__DEFAULT__</tm_dir>
          <glossary_dir>__DEFAULT__</glossary_dir>
          <glossary_file>__DEFAULT__</glossary_file>
          <dictionary_dir>__DEFAULT__</dictionary_dir>
          <source_lang>SOURCE</source_lang>
          <target_lang>en</target_lang>
          <source_tok>org.omegat.tokenizer.LuceneNorwegianTokenizer</source_tok>
          <target_tok>org.omegat.tokenizer.LuceneEnglishTokenizer</target_tok>
          <sentence_seg>false</sentence_seg>
          <support_default_translations>true</support_default_translations>
          <remove_tags>false</remove_tags>
        </project>
      </omegat>
      """;

  private final Path project;

  private OmegaT(Path project) {
    this.project = project;
  }

  /** Skips a test where OmegaT is missing, or fails it if it must be there. */
  static void require() {
    if (isThere() || System.getProperty("speil.proxy", "").equals("required")) {
      return;
    }
    String why = "not run with OmegaT: its libraries are not in " + LIBRARIES;
    if (!TOLD.getAndSet(true)) {
      System.out.println(why + "; see src/test/omegat/pom.xml.");
    }
    Assumptions.abort(why);
  }

  private static boolean isThere() {
    if (!Files.isDirectory(LIBRARIES)) {
      return false;
    }
    try (Stream<Path> files = Files.list(LIBRARIES)) {
      return files.anyMatch(file -> file.getFileName().toString().startsWith("omegat-"));
    } catch (IOException e) {
      throw new UncheckedIOException("listing " + LIBRARIES, e);
    }
  }

  /**
   * A project in an empty folder.
   *
   * @param language of what is translated to English
   */
  static OmegaT project(Path folder, String language) {
    if (!isThere()) {
      throw new IllegalStateException("there is no OmegaT in " + LIBRARIES);
    }
    try {
      for (String each :
          List.of("source", "target", "omegat", "tm/auto", "glossary", "dictionary", "settings")) {
        Files.createDirectories(folder.resolve(each));
      }
      Files.writeString(folder.resolve("omegat.project"), PROJECT.replace("SOURCE", language));
    } catch (IOException e) {
      throw new UncheckedIOException("making a project in " + folder, e);
    }
    return new OmegaT(folder);
  }

  /** Where the files to translate are put. */
  Path source() {
    return project.resolve("source");
  }

  /** Where the translated files are. */
  Path target() {
    return project.resolve("target");
  }

  /** Where memories are put whose translations it takes by itself. */
  Path memories() {
    return project.resolve("tm/auto");
  }

  /** The memory of what has been translated in this project. */
  Path saved() {
    return project.resolve("omegat/project_save.tmx");
  }

  /** Writes all texts as a memory, each as its own translation, in the form of its segments. */
  Path segments() {
    Path memory = project.resolve("segments.tmx");
    run(
        "--mode=console-createpseudotranslatetmx",
        "--pseudotranslatetmx=" + memory,
        "--pseudotranslatetype=equal");
    return memory;
  }

  /**
   * Writes the files again, with the translations that the project's memory has.
   *
   * @return what it said meanwhile
   */
  String translate() {
    return run("--mode=console-translate");
  }

  private String run(String... mode) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> command =
        List.of(
            java,
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-XX:+AutoCreateSharedArchive", // of its classes, by the first run, for those after it
            "-XX:SharedArchiveFile=" + LIBRARIES.resolveSibling("omegat.jsa"),
            "-Xshare:auto",
            "-Xlog:cds*=off",
            "-Djava.awt.headless=true",
            "-cp",
            LIBRARIES + "/*",
            "org.omegat.Main",
            project.toString(),
            "--config-dir=" + project.resolve("settings"),
            "--disable-project-locking");
    return Program.run(
        project, Stream.concat(command.stream(), Stream.of(mode)).toArray(String[]::new));
  }
}
