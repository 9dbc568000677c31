package no.speil.record;

/**
 * What a reader says of a section.
 *
 * @param words plain text; may be empty
 */
public record ReportContent(ReportCategory reportCategory, String words) {
  /** More characters than anybody needs for one error. */
  public static final int MOST = 2_000;
}
