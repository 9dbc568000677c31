package no.speil.archive;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Since when each person has not looked at what others did, in {@code .speil/seen.json}. Nothing is
 * lost with the file but where each of them was. Thread-safe.
 */
public final class LastLooks {
  private static final Logger LOG = LoggerFactory.getLogger(LastLooks.class);

  /** The path below the root. */
  static final String NAME = ".speil/seen.json";

  /** Looks so close to each other are one visit. */
  private static final Duration VISIT = Duration.ofHours(1);

  /** For somebody who has never looked. */
  private static final Duration AT_FIRST = Duration.ofDays(7);

  private final PrivateFile file;
  private final Clock clock;

  /**
   * @param root the folder that holds {@code archive/}
   */
  public LastLooks(Path root, Clock clock) {
    this.file = new PrivateFile(root, NAME);
    this.clock = clock;
  }

  /**
   * The looks of one person.
   *
   * @param before up to when they had seen everything before the last visit
   * @param last when they last looked
   */
  private record Looks(Instant before, Instant last) {}

  /**
   * Up to when the person has seen everything: when the visit before this one ended.
   *
   * @throws UncheckedIOException if the disk refuses
   */
  public synchronized Instant since(String person) {
    Instant now = clock.instant();
    Looks known = known().get(person);
    if (known == null) {
      return now.minus(AT_FIRST);
    }
    return known.last().plus(VISIT).isAfter(now) ? known.before() : known.last();
  }

  /** Notes that the person looks now; answers as {@link #since} does. */
  public synchronized Instant look(String person) {
    Instant since = since(person);
    Map<String, Looks> known = known();
    known.put(person, new Looks(since, clock.instant()));
    StoredJson.write(file, known, why -> LOG.warn("where {} was is not kept: {}", person, why));
    return since;
  }

  private Map<String, Looks> known() {
    var type = new TypeReference<TreeMap<String, Looks>>() {};
    TreeMap<String, Looks> known = StoredJson.read(file, type, new TreeMap<>());
    known.values().removeIf(Objects::isNull);
    return known;
  }
}
