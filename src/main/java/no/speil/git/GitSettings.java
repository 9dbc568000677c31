package no.speil.git;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How the keeper wants the archive kept in git.
 *
 * @param fetch how often the remote is asked
 * @param pause after which a person's work in a document is committed
 * @param branch of the remote to push to; null for the one that the checked-out branch follows
 * @param hookSecret by which a forge signs what it posts; null where nothing is taken from one
 */
public record GitSettings(
    Duration fetch, Duration pause, @Nullable String branch, @Nullable String hookSecret) {
  /** A person who never pauses for so many pauses has their work committed meanwhile. */
  private static final int MOST_PAUSES = 6;

  Duration longest() {
    return pause.multipliedBy(MOST_PAUSES);
  }
}
