package no.speil.archive;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What each text was like when it was last imported, in {@code .speil/imported/}, by the file that
 * it became. Without it, an import cannot tell what was changed here since.
 */
public final class LastImports {
  private static final Logger LOG = LoggerFactory.getLogger(LastImports.class);

  /** Where they are, below the root; belongs into a backup, since it cannot be made again. */
  public static final String FOLDER = ".speil/imported/";

  private final Path root;

  /**
   * @param root the folder that holds {@code archive/}
   */
  public LastImports(Path root) {
    this.root = root;
  }

  /**
   * Hashes of a text.
   *
   * @param source as it was read, before its links were changed
   * @param file as it was written
   * @param body as it was written, without front matter
   */
  public record Version(String source, String file, String body) {}

  /**
   * The last import that became a file; empty if there is none that is known.
   *
   * @param path below the root
   * @throws java.io.UncheckedIOException if the disk refuses
   */
  public Optional<Version> find(String path) {
    var none = Map.<String, Version>of();
    return Optional.ofNullable(
        StoredJson.read(file(path), new TypeReference<Map<String, Version>>() {}, none).get(path));
  }

  /** Notes an import; where the disk refuses, the next one cannot tell what was changed here. */
  public void put(String path, Version version) {
    try {
      Path own = Files.createDirectories(root.resolve(".speil"));
      GitFiles.ignoreAllOf(own);
      file(path).write(StoredJson.MAPPER.valueToTree(Map.of(path, version)) + "\n");
    } catch (IOException | UncheckedIOException e) {
      LOG.warn("{}: its import is not noted: {}", path, e.getMessage());
    }
  }

  private PrivateFile file(String path) {
    return new PrivateFile(root, FOLDER + path + ".json");
  }
}
