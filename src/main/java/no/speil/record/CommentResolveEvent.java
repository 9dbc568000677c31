package no.speil.record;

import no.speil.corpus.Coded;
import no.speil.corpus.SectionId;

/**
 * "resolve" of a comment: what it asks for is done, or is open again after all. The last one
 * counts.
 *
 * @param comment its {@link CommentEvent#id}
 */
public record CommentResolveEvent(
    EventSignature signature, SectionId section, String comment, Outcome outcome)
    implements SectionEvent {
  /** Whether a comment needs an answer. */
  public enum Outcome implements Coded {
    OPEN,
    RESOLVED
  }

  public boolean isResolved() {
    return outcome == Outcome.RESOLVED;
  }
}
