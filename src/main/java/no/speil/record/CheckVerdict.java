package no.speil.record;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says of a failed check.
 *
 * @param code of the check
 * @param words that the check found, as they were written
 * @param reason why it is no error; null where an earlier dismissal is taken back
 */
public record CheckVerdict(String code, List<String> words, @Nullable String reason) {
  /** The most characters of a reason that the server accepts. */
  public static final int MOST = 1_000;

  public boolean isDismissal() {
    return reason != null;
  }
}
