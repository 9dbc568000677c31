package no.speil.corpus;

import java.util.Locale;
import java.util.Optional;

/** How an address answered when it was asked. */
public enum LinkOutcome {
  /** There is something there. */
  ANSWERED,
  /** Its server lets no programs in, so nobody knows. */
  DENIED,
  /** Its server knows no such page, or no longer. */
  MISSING,
  /** It leads to the front page of its site: a page that is gone is often hidden so. */
  FRONT_PAGE,
  /** Its server answers that something is wrong. */
  FAILING,
  /** It leads on and on, or to no address of the web. */
  ASTRAY,
  /** No answer came in time. */
  TIMEOUT,
  /** No server is found there, or it takes no connection. */
  UNREACHABLE,
  /** The connection cannot be made safe. */
  INSECURE;

  /** Whether the text can no longer be read there, as far as can be told. */
  public boolean isLost() {
    return this != ANSWERED && this != DENIED;
  }

  /** The name in files and messages: lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The outcome of that {@link #code}, or empty. */
  public static Optional<LinkOutcome> parse(String code) {
    for (LinkOutcome outcome : values()) {
      if (outcome.code().equals(code)) {
        return Optional.of(outcome);
      }
    }
    return Optional.empty();
  }
}
