package no.speil.record;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import no.speil.corpus.Coded;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says of a failed check.
 *
 * @param code of the check
 * @param words that the check found, as they were written
 * @param reason why it is no error; null where an earlier dismissal is taken back
 */
public record CheckVerdict(
    @JsonProperty("check") String code,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> words,
    Outcome outcome,
    @JsonSetter(nulls = Nulls.AS_EMPTY) @Nullable String reason) {
  /** The most characters of a reason that the server accepts. */
  public static final int MOST = 1_000;

  /** Whether the check still counts. */
  public enum Outcome implements Coded {
    OPEN,
    DISMISSED
  }

  public CheckVerdict {
    reason = outcome == Outcome.DISMISSED ? reason : null;
  }

  public CheckVerdict(String code, List<String> words, @Nullable String reason) {
    this(code, words, reason == null ? Outcome.OPEN : Outcome.DISMISSED, reason);
  }

  public boolean isDismissal() {
    return reason != null;
  }
}
