package no.speil.tracking;

import java.util.List;
import no.speil.corpus.Section;

/** A section with all that is known of it. */
public record TrackedSection(
    Section section, Standing standing, Version version, List<Event> history) {

  public TrackedSection {
    history = List.copyOf(history);
  }

  /** The section with its standing and the version that goes with it. */
  public static TrackedSection of(Section section, Standing standing, List<Event> history) {
    return new TrackedSection(section, standing, Version.of(section, standing), history);
  }
}
