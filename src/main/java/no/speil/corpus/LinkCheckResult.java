package no.speil.corpus;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What came of asking whether an address still answers.
 *
 * @param at when it was asked
 * @param status of the last HTTP answer; 0 where there was none
 * @param moved where it has moved for good, as its server says; empty where it has not
 * @param answered when it answered last; null where it has never been seen to
 */
public record LinkCheckResult(
    String address,
    Instant at,
    LinkOutcome outcome,
    int status,
    String moved,
    @Nullable Instant answered) {

  /** The same, remembering when the address answered before. */
  public LinkCheckResult after(LinkCheckResult before) {
    return answered == null && before.answered() != null
        ? new LinkCheckResult(address, at, outcome, status, moved, before.answered())
        : this;
  }
}
