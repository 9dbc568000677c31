package no.speil.library.activity;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import no.speil.archive.SeenFile;
import no.speil.archive.SeenFile.Looks;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Since when each person has not looked at what others did. Thread-safe. */
public final class LastLooks {
  private static final Logger LOG = LoggerFactory.getLogger(LastLooks.class);

  /** Looks so close to each other are one visit. */
  private static final Duration VISIT = Duration.ofHours(1);

  /** For somebody who has never looked. */
  private static final Duration AT_FIRST = Duration.ofDays(7);

  private final SeenFile file;
  private final Clock clock;
  private @Nullable Map<String, Looks> looks;

  public LastLooks(SeenFile file, Clock clock) {
    this.file = file;
    this.clock = clock;
  }

  /** Up to when the person has seen everything: when the visit before this one ended. */
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
    known().put(person, new Looks(since, clock.instant()));
    try {
      file.write(known());
    } catch (UncheckedIOException e) {
      LOG.warn("where {} was is not kept: {}", person, e.getMessage());
    }
    return since;
  }

  private Map<String, Looks> known() {
    Map<String, Looks> known = looks;
    if (known == null) {
      known = file.read();
      looks = known;
    }
    return known;
  }
}
