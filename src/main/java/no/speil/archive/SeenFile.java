package no.speil.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.DateTimeException;
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
    var looks = new TreeMap<String, Looks>();
    try {
      for (Map.Entry<String, JsonNode> each :
          new ObjectMapper().readTree(file.read().orElse("{}")).properties()) {
        JsonNode node = each.getValue();
        looks.put(
            each.getKey(),
            new Looks(
                Instant.parse(node.path("before").asText()),
                Instant.parse(node.path("last").asText())));
      }
      return looks;
    } catch (JsonProcessingException | DateTimeException e) {
      return new TreeMap<>();
    }
  }

  /**
   * Replaces the file.
   *
   * @throws UncheckedIOException if the disk refuses; the file is then as it was
   */
  public void write(Map<String, Looks> looks) {
    ObjectNode whole = JsonNodeFactory.instance.objectNode();
    looks.forEach(
        (name, each) ->
            whole
                .putObject(name)
                .put("before", each.before().toString())
                .put("last", each.last().toString()));
    file.write(whole + "\n");
  }
}
