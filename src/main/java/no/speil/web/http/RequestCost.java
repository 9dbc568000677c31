package no.speil.web.http;

/** How expensive an answer is. */
public enum RequestCost {
  /** Almost nothing; always admitted. */
  NONE,
  /** As much as a page or a search. */
  LIGHT,
  /** Up to seconds of processor time. */
  HEAVY,
  /** A file of any length, sent while it is made. */
  STREAM
}
