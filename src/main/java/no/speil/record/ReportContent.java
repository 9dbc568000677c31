package no.speil.record;

/**
 * The content of a reader's report.
 *
 * @param words plain text; may be empty
 */
public record ReportContent(ReportCategory reportCategory, String words) {
  /** The most characters of {@code words}. */
  public static final int MOST = 2_000;
}
