package no.speil.tracking;

import java.util.List;
import no.speil.corpus.SectionId;

/**
 * "resolve": what came of a suggestion. An accepted one is in an {@link Edit} of its own.
 *
 * @param suggestion the suggestion's {@link Suggest#id}
 */
public record Resolve(Signature signature, SectionId section, String suggestion, Outcome outcome)
    implements Event {

  /** What came of it. */
  public enum Outcome {
    ACCEPTED,
    DISMISSED
  }

  @Override
  public List<SectionId> concerns() {
    return List.of(section);
  }
}
