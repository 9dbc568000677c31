package no.speil.record;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A report with its verdict.
 *
 * @param settled the last verdict on it, or null if there is none
 */
public record TrackedReport(ReportEvent report, @Nullable ReportResolveEvent settled) {

  public ReportVerdict verdict() {
    return Optional.ofNullable(settled).map(ReportResolveEvent::verdict).orElse(ReportVerdict.OPEN);
  }
}
