package no.speil.record;

import no.speil.corpus.Coded;
import no.speil.corpus.SectionId;

/**
 * "resolve": the outcome of a suggestion. The text of an accepted one is in an {@link EditEvent}.
 *
 * @param suggestion the suggestion's {@link SuggestEvent#id}
 */
public record ResolveEvent(
    EventSignature signature, SectionId section, String suggestion, Outcome outcome)
    implements SectionEvent {
  /** The outcome of a suggestion. */
  public enum Outcome implements Coded {
    ACCEPTED,
    DISMISSED
  }
}
