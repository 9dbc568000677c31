package no.speil.tracking;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import no.speil.corpus.SectionId;

/** The readers' reports of a record, and what everybody may be told of them. Immutable. */
final class Reports {
  private final Map<String, Reported> byId;

  private Reports(Map<String, Reported> byId) {
    this.byId = byId;
  }

  static Reports of(Collection<Event> events) {
    var settled = new HashMap<String, Settle>();
    events.stream()
        .filter(Settle.class::isInstance)
        .map(Settle.class::cast)
        .sorted(Comparator.comparing(settle -> settle.signature().at())) // stable: then by line
        .forEach(settle -> settled.put(settle.report(), settle));
    var byId = new LinkedHashMap<String, Reported>();
    for (Event event : events) {
      if (event instanceof Report report) {
        byId.put(report.id(), new Reported(report, settled.get(report.id())));
      }
    }
    return new Reports(byId);
  }

  /** Whether everybody may know of it: of reports and what came of them, only accepted ones. */
  boolean tells(Event event) {
    return switch (event) {
      case Report report -> isPublic(report.id());
      case Settle settle -> isPublic(settle.report());
      case Laid laid -> true;
      case Link link -> true;
      case Mark mark -> true;
      case Confirm confirm -> true;
      case Edit edit -> true;
      case Suggest suggest -> true;
      case Resolve resolve -> true;
      case Comment comment -> true;
      case Omit omit -> true;
      case Unrecognized unrecognized -> true;
    };
  }

  /**
   * The reports by the section that they are shown at, the oldest first.
   *
   * @param home where a report on a section is shown, which may be gone itself
   */
  Map<SectionId, List<Reported>> bySection(UnaryOperator<SectionId> home) {
    return byId.values().stream()
        .sorted(Comparator.comparing(reported -> reported.report().signature().at()))
        .collect(Collectors.groupingBy(reported -> home.apply(reported.report().section())));
  }

  private boolean isPublic(String report) {
    Reported known = byId.get(report);
    return known != null && known.verdict().isPublic();
  }
}
