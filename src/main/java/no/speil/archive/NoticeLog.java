package no.speil.archive;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What people have been told by mail, in {@code .speil/notices.json}: with the file goes only that
 * they are told some of it again.
 */
public final class NoticeLog {
  private static final Logger LOG = LoggerFactory.getLogger(NoticeLog.class);

  private final PrivateFile file;

  /**
   * @param root the folder that holds {@code archive/}
   */
  public NoticeLog(Path root) {
    this.file = new PrivateFile(root, ".speil/notices.json");
  }

  /**
   * What they have been told.
   *
   * @param digests up to when each person has been told what waits for them
   * @param problems those that keepers have been told of and that are still there
   */
  public record Told(Map<String, Instant> digests, Set<String> problems) {
    public Told {
      digests = Map.copyOf(digests);
      problems = Set.copyOf(problems);
    }
  }

  /**
   * What was written last; nothing where that cannot be understood.
   *
   * @throws UncheckedIOException if the disk refuses
   */
  public Told read() {
    return StoredJson.read(file, new TypeReference<Told>() {}, new Told(Map.of(), Set.of()));
  }

  /** Keeps what they have been told, if the disk lets it. */
  public void write(Told told) {
    StoredJson.write(
        file, told, why -> LOG.warn("what people have been told is not kept: {}", why));
  }
}
