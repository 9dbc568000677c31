package no.speil.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import no.speil.corpus.LinkCheckResult;
import no.speil.corpus.LinkOutcome;
import org.jspecify.annotations.Nullable;

/**
 * What was heard last of every address that has been asked, in {@code .speil/links.json}: written
 * whole, so that readers beside see the old file or the new one.
 */
public final class LinkResultFile {
  /** The path below the root. */
  public static final String NAME = ".speil/links.json";

  private static final int VERSION = 1;

  private final Path file;

  /**
   * @param root the folder that holds {@code archive/}
   */
  public LinkResultFile(Path root) {
    this.file = root.resolve(NAME);
  }

  /** What the file system says of it; empty where nobody has asked yet. */
  public Optional<FileStamp> stamp() {
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        ? Archive.stamp(file)
        : Optional.empty();
  }

  /**
   * The answers by address, in their order; empty where nobody has asked yet.
   *
   * @throws UncheckedIOException if the file cannot be read, or is not as this class writes it
   */
  public SortedMap<String, LinkCheckResult> read() {
    var answers = new TreeMap<String, LinkCheckResult>();
    if (stamp().isEmpty()) {
      return answers;
    }
    try {
      if (Files.size(file) > Archive.LARGEST) {
        throw new FileAccessException.TooLarge(Archive.LARGEST);
      }
      JsonNode whole = new ObjectMapper().readTree(Files.readAllBytes(file));
      if (whole.path("speil").asInt() != VERSION) {
        throw new IOException("it is not of version " + VERSION);
      }
      for (JsonNode node : whole.path("answers")) {
        LinkCheckResult answer = answer(node);
        answers.put(answer.address(), answer);
      }
      return answers;
    } catch (JsonProcessingException | DateTimeException e) {
      throw new UncheckedIOException("reading " + NAME, new IOException("it is damaged", e));
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + NAME, e);
    }
  }

  /**
   * Replaces the file.
   *
   * @throws UncheckedIOException if the disk refuses; the file is then as it was
   */
  public void write(Collection<LinkCheckResult> answers) {
    var text = new StringBuilder("{\"speil\":" + VERSION + ",\"answers\":[");
    String between = "\n";
    for (LinkCheckResult answer : answers) {
      text.append(between).append(json(answer));
      between = ",\n";
    }
    AtomicFile.write(file, text.append("\n]}\n").toString());
  }

  /** One answer as it is written down. */
  public static ObjectNode json(LinkCheckResult answer) {
    ObjectNode node = JsonNodeFactory.instance.objectNode().put("address", answer.address());
    node.put("at", answer.at().toString()).put("outcome", answer.outcome().code());
    if (answer.status() > 0) {
      node.put("status", answer.status());
    }
    if (!answer.moved().isEmpty()) {
      node.put("moved", answer.moved());
    }
    Instant answered = answer.answered();
    if (answered != null) {
      node.put("answered", answered.toString());
    }
    return node;
  }

  private static LinkCheckResult answer(JsonNode node) throws IOException {
    String code = node.path("outcome").asText();
    @Nullable String answered = node.path("answered").asText(null);
    return new LinkCheckResult(
        node.path("address").asText(),
        Instant.parse(node.path("at").asText()),
        LinkOutcome.parse(code).orElseThrow(() -> new IOException("there is no outcome " + code)),
        node.path("status").asInt(),
        node.path("moved").asText(),
        answered == null ? null : Instant.parse(answered));
  }
}
