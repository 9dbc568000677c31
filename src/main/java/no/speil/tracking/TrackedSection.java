package no.speil.tracking;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import no.speil.corpus.Section;

/**
 * A section with all that is known of it.
 *
 * @param history what everybody may know
 * @param reports all that are shown at it, also those that only who may write is told of
 */
public record TrackedSection(
    Section section,
    Standing standing,
    Version version,
    List<Event> history,
    List<Reported> reports) {

  public TrackedSection {
    history = List.copyOf(history);
    reports = List.copyOf(reports);
  }

  /** The reports that somebody still has to do something about, the oldest first. */
  public List<Reported> pendingReports() {
    return reports.stream().filter(reported -> reported.verdict().isPending()).toList();
  }

  /** The suggestions that nobody has accepted or dismissed, the oldest first. */
  public List<Suggest> openSuggestions() {
    Set<String> resolved =
        history.stream()
            .filter(Resolve.class::isInstance)
            .map(event -> ((Resolve) event).suggestion())
            .collect(Collectors.toSet());
    return history.stream()
        .filter(Suggest.class::isInstance)
        .map(Suggest.class::cast)
        .filter(suggest -> !resolved.contains(suggest.id()))
        .toList();
  }

  /** The section with its standing and the version that goes with it. */
  public static TrackedSection of(
      Section section, Standing standing, List<Event> history, List<Reported> reports) {
    return new TrackedSection(section, standing, Version.of(section, standing), history, reports);
  }
}
