package no.speil.web.http;

/** By whom something may be written. */
public enum AccessMode {
  /** By nobody. */
  READ_ONLY,
  /** By the person at the machine. */
  KEEPER,
  /** By the person at the machine; reports also by everybody who reaches the server. */
  REPORTS
}
