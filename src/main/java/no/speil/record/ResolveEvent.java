package no.speil.record;

import java.util.List;
import no.speil.corpus.Coded;
import no.speil.corpus.SectionId;

/**
 * "resolve": the outcome of a suggestion. The text of an accepted one is in an {@link EditEvent}.
 *
 * @param suggestion the suggestion's {@link SuggestEvent#id}
 */
public record ResolveEvent(
    EventSignature signature, SectionId section, String suggestion, Outcome outcome)
    implements Event {

  /** The outcome of a suggestion. */
  public enum Outcome implements Coded {
    ACCEPTED,
    DISMISSED
  }

  @Override
  public List<SectionId> concerns() {
    return List.of(section);
  }
}
