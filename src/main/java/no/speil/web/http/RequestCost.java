package no.speil.web.http;

/** How much of the machine an answer takes. */
public enum RequestCost {
  /** Next to nothing; it is always let in. */
  NONE,
  /** As much as a page or a search. */
  LIGHT,
  /** Up to seconds of a processor. */
  HEAVY,
  /** A file of any length, sent while it is made. */
  STREAM
}
