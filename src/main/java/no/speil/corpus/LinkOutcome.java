package no.speil.corpus;

/** The outcome of the check of an address. */
public enum LinkOutcome implements Coded {
  /** The page is there. */
  ANSWERED,
  /** The server refuses programs, so the outcome is unknown. */
  DENIED,
  /** The server says that the page does not exist, or no longer. */
  MISSING,
  /**
   * The address redirects to the front page of its site, which often hides that the page is gone.
   */
  FRONT_PAGE,
  /** The server answers with an error. */
  FAILING,
  /** Too many redirects, or a redirect to something that is no web address. */
  ASTRAY,
  /** No answer came in time. */
  TIMEOUT,
  /** The server is not found or refuses connections. */
  UNREACHABLE,
  /** The connection cannot be made secure. */
  INSECURE;

  /** Whether the text is probably no longer there. */
  public boolean isLost() {
    return this != ANSWERED && this != DENIED;
  }
}
