package no.speil.record;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import no.speil.corpus.SectionId;

/** The readers' reports of a record, and which of them everybody may see. Immutable. */
final class RecordReports {
  private final Map<String, TrackedReport> byId;

  private RecordReports(Map<String, TrackedReport> byId) {
    this.byId = byId;
  }

  static RecordReports of(Collection<Event> events) {
    var settled = new HashMap<String, ReportResolveEvent>();
    events.stream()
        .filter(ReportResolveEvent.class::isInstance)
        .map(ReportResolveEvent.class::cast)
        .sorted(RecordState.ORDER)
        .forEach(
            reportResolveEvent -> settled.put(reportResolveEvent.report(), reportResolveEvent));
    var byId = new LinkedHashMap<String, TrackedReport>();
    for (Event event : events) {
      if (event instanceof ReportEvent report) {
        byId.put(report.id(), new TrackedReport(report, settled.get(report.id())));
      }
    }
    return new RecordReports(byId);
  }

  /** Whether everybody may see the event: events about a report only if it was accepted. */
  boolean isPublic(Event event) {
    return switch (event) {
      case ReportEvent report -> isPublic(report.id());
      case ReportResolveEvent reportResolveEvent -> isPublic(reportResolveEvent.report());
      default -> true;
    };
  }

  /**
   * The reports by the section that they are shown at, the oldest first.
   *
   * @param home the section where a report on a section is shown, which may itself be gone
   */
  Map<SectionId, List<TrackedReport>> bySection(UnaryOperator<SectionId> home) {
    return byId.values().stream()
        .sorted(Comparator.comparing(TrackedReport::report, RecordState.ORDER))
        .collect(
            Collectors.groupingBy(trackedReport -> home.apply(trackedReport.report().section())));
  }

  private boolean isPublic(String report) {
    TrackedReport known = byId.get(report);
    return known != null && known.verdict().isPublic();
  }
}
