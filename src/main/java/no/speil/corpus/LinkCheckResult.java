package no.speil.corpus;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The result of a check whether an address still works.
 *
 * @param at when it was checked
 * @param status of the last HTTP response; 0 if there was none
 * @param moved the address that it was moved to permanently; empty if it was not
 * @param answered when it last worked; null if it never did
 */
public record LinkCheckResult(
    String address,
    Instant at,
    LinkOutcome outcome,
    int status,
    String moved,
    @Nullable Instant answered) {

  public LinkCheckResult {
    requireNonNull(address);
    requireNonNull(at);
    requireNonNull(outcome);
    moved = requireNonNullElse(moved, ""); // as files leave it out
  }

  /** This result, with the time when the address last worked taken from an earlier one. */
  public LinkCheckResult after(LinkCheckResult before) {
    return answered == null && before.answered() != null
        ? new LinkCheckResult(address, at, outcome, status, moved, before.answered())
        : this;
  }
}
