package no.speil.archive;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import no.speil.corpus.text.Normalization;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Words that readers searched for and the archive does not have, counted by year, without who asked
 * or when: {@code .speil/missing-words.json}. They are counted as long as there is that file.
 * Thread-safe.
 */
public final class MissingWords {
  private static final Logger LOG = LoggerFactory.getLogger(MissingWords.class);

  /** So many words of a year are counted, so that nobody can fill the disk. */
  private static final int MOST = 10_000;

  /** What was counted since the last write is lost if the server is killed. */
  private static final Duration BETWEEN_WRITES = Duration.ofMinutes(1);

  private static final Pattern WORD =
      Pattern.compile("(?=.*\\p{L})[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}'’-]{1,59}");

  private final Archive archive;
  private final PrivateFile file;
  private final Clock clock;
  private @Nullable NavigableMap<Integer, Map<String, Integer>> years;
  private Instant written = Instant.EPOCH;

  public MissingWords(Archive archive, Clock clock) {
    this.archive = archive;
    this.file = new PrivateFile(archive.root(), ".speil/missing-words.json");
    this.clock = clock;
  }

  /** Whether a keeper has said that they are counted. */
  public synchronized boolean areCounted() {
    return !archive.readOnly() && file.stamp().isPresent();
  }

  /** Begins to count. */
  public synchronized void start() {
    if (!areCounted()) {
      years = null;
      file.write("{}\n");
    }
  }

  /** Counts no more, and forgets what was counted. */
  public synchronized void stop() {
    years = null;
    file.delete();
  }

  /**
   * Counts those of them that are words, where a keeper has said so.
   *
   * @return whether they are counted
   */
  public synchronized boolean count(Collection<String> words) {
    try {
      if (areCounted()) {
        add(words);
        return true;
      }
    } catch (UncheckedIOException e) {
      LOG.warn("what readers do not find is not counted: {}", e.getMessage());
    }
    return false;
  }

  private void add(Collection<String> words) {
    Instant now = clock.instant();
    Map<String, Integer> year =
        known()
            .computeIfAbsent(now.atZone(ZoneId.systemDefault()).getYear(), none -> new TreeMap<>());
    words.stream()
        .map(Normalization::caseless)
        .filter(word -> WORD.matcher(word).matches())
        .filter(word -> year.size() < MOST || year.containsKey(word))
        .forEach(word -> year.merge(word, 1, Integer::sum));
    if (now.isAfter(written.plus(BETWEEN_WRITES))) {
      written = now;
      write();
    }
  }

  /** How often each was looked for, by year. */
  public synchronized NavigableMap<Integer, Map<String, Integer>> counts() {
    var counts = new TreeMap<Integer, Map<String, Integer>>();
    known().forEach((year, words) -> counts.put(year, Map.copyOf(words)));
    return counts;
  }

  /** Keeps what was counted last. */
  public synchronized void close() {
    if (years != null && areCounted()) {
      write();
    }
  }

  private void write() {
    StoredJson.write(
        file, known(), why -> LOG.warn("what readers did not find is not kept: {}", why));
  }

  private NavigableMap<Integer, Map<String, Integer>> known() {
    NavigableMap<Integer, Map<String, Integer>> known = years;
    if (known == null) {
      known =
          StoredJson.read(
              file,
              new TypeReference<TreeMap<Integer, Map<String, Integer>>>() {},
              new TreeMap<>());
      known.values().removeIf(Objects::isNull);
      known.values().forEach(words -> words.values().removeIf(Objects::isNull));
      years = known;
    }
    return known;
  }
}
