package no.speil.web.http;

/** Who may write. */
public enum AccessMode {
  /** Nobody. */
  READ_ONLY,
  /** The person at the machine. */
  KEEPER,
  /** The person at the machine; everybody may report. */
  REPORTS
}
