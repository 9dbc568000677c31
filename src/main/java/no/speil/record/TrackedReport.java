package no.speil.record;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A report with what came of it.
 *
 * @param settled the last word on it, or null where nobody has said one
 */
public record TrackedReport(ReportEvent report, @Nullable ReportResolveEvent settled) {

  public ReportVerdict verdict() {
    return Optional.ofNullable(settled).map(ReportResolveEvent::verdict).orElse(ReportVerdict.OPEN);
  }
}
