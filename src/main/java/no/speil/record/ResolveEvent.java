package no.speil.record;

import java.util.List;
import no.speil.corpus.SectionId;

/**
 * "resolve": what came of a suggestion. An accepted one is in an {@link EditEvent} of its own.
 *
 * @param suggestion the suggestion's {@link SuggestEvent#id}
 */
public record ResolveEvent(
    EventSignature signature, SectionId section, String suggestion, Outcome outcome)
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
