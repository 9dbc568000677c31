package no.speil.tracking;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A report with what came of it.
 *
 * @param settled the last word on it, or null where nobody has said one
 */
public record Reported(Report report, @Nullable Settle settled) {

  public Verdict verdict() {
    return Optional.ofNullable(settled).map(Settle::verdict).orElse(Verdict.OPEN);
  }
}
