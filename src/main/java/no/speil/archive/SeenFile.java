package no.speil.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * When people last looked at what others did: {@code .speil/seen.json}. Nothing is lost with it but
 * where each of them was.
 */
public final class SeenFile {
  /** The path below the root. */
  public static final String NAME = ".speil/seen.json";

  private final PrivateFile file;

  /**
   * @param root the folder that holds {@code archive/}
   */
  public SeenFile(Path root) {
    this.file = new PrivateFile(root, NAME);
  }

  /**
   * The looks of one person.
   *
   * @param before up to when they had seen everything before the last visit
   * @param last when they last looked
   */
  public record Looks(Instant before, Instant last) {}

  /**
   * By name; empty where nobody has looked, or the file is damaged.
   *
   * @throws UncheckedIOException if the disk refuses
   */
  public Map<String, Looks> read() {
    try {
      return StoredJson.COMPLETE
          .forType(new TypeReference<TreeMap<String, Looks>>() {})
          .readValue(file.read().orElse("{}"));
    } catch (JsonProcessingException e) {
      return new TreeMap<>();
    }
  }

  /**
   * Replaces the file.
   *
   * @throws UncheckedIOException if the disk refuses; the file is then as it was
   */
  public void write(Map<String, Looks> looks) {
    file.write(StoredJson.MAPPER.valueToTree(looks) + "\n");
  }
}
