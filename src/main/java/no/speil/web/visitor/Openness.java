package no.speil.web.visitor;

/** By whom something may be written. */
public enum Openness {
  /** By nobody. */
  READ_ONLY,
  /** By the person at the machine. */
  KEEPER,
  /** By the person at the machine; reports also by everybody who reaches the server. */
  REPORTS
}
