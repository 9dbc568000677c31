package no.speil.tracking;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import no.speil.corpus.Section;

/** A section with all that is known of it. */
public record TrackedSection(
    Section section, Standing standing, Version version, List<Event> history) {

  public TrackedSection {
    history = List.copyOf(history);
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
  public static TrackedSection of(Section section, Standing standing, List<Event> history) {
    return new TrackedSection(section, standing, Version.of(section, standing), history);
  }
}
