package no.speil.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import no.speil.corpus.LinkCheckResult;
import no.speil.corpus.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What was heard last of every address that has been asked, in {@code .speil/links.json}: written
 * whole, so that readers beside see the old file or the new one. Thread-safe.
 */
public final class LinkResultFile {
  /** The path below the root. */
  public static final String NAME = ".speil/links.json";

  private static final int VERSION = 1;

  private final Path place;
  private final PrivateFile file;
  private volatile Reading reading = new Reading(null, Map.of(), List.of());

  /**
   * @param root the folder that holds {@code archive/}
   */
  public LinkResultFile(Path root) {
    this.place = root.resolve(NAME);
    this.file = new PrivateFile(root, NAME);
  }

  /** The file as it was read. */
  private record Reading(
      @Nullable FileStamp stamp, Map<String, LinkCheckResult> answers, List<Problem> problems) {}

  /** What was heard of an address; the file is read again when it has changed. */
  public Optional<LinkCheckResult> answer(String address) {
    return Optional.ofNullable(now().answers().get(address));
  }

  /** That the file cannot be read, if it cannot. */
  public List<Problem> problems() {
    return now().problems();
  }

  private Reading now() {
    @Nullable FileStamp stamp = file.stamp().orElse(null);
    Reading known = reading;
    // the file is only ever replaced, and a new one has another key
    return Objects.equals(stamp, known.stamp()) ? known : reread(stamp);
  }

  private synchronized Reading reread(@Nullable FileStamp stamp) {
    try {
      reading = new Reading(stamp, read(), List.of());
    } catch (UncheckedIOException e) {
      var problem = Problem.of(NAME, 0, Problem.Kind.LINKS_UNREADABLE);
      reading = new Reading(stamp, Map.of(), List.of(problem));
    }
    return reading;
  }

  /**
   * The answers by address, in their order; empty where nobody has asked yet.
   *
   * @throws UncheckedIOException if the file cannot be read, or is not as this class writes it
   */
  public SortedMap<String, LinkCheckResult> read() {
    var answers = new TreeMap<String, LinkCheckResult>();
    Optional<String> text = file.read();
    if (text.isEmpty()) {
      return answers;
    }
    try {
      Whole whole = StoredJson.MAPPER.readValue(text.get(), Whole.class);
      if (whole.speil() != VERSION) {
        throw new IOException("it is not of version " + VERSION);
      }
      whole.answers().forEach(answer -> answers.put(answer.address(), answer));
      return answers;
    } catch (JsonProcessingException e) {
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
    String lines =
        answers.stream()
            .map(answer -> "\n" + StoredJson.MAPPER.<JsonNode>valueToTree(answer))
            .collect(Collectors.joining(","));
    AtomicFile.write(place, "{\"speil\":" + VERSION + ",\"answers\":[" + lines + "\n]}\n");
  }

  record Whole(int speil, List<LinkCheckResult> answers) {
    Whole {
      answers = List.copyOf(answers);
    }
  }
}
