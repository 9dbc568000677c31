package no.speil.record;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import no.speil.corpus.SectionId;

/**
 * "report": a reader says that something is wrong. The reader's name is not verified. Only users
 * who may write see the report until one of them accepts it.
 *
 * @param seen the version that the reader saw
 */
@JsonPropertyOrder({"section", "version", "reportContent", "quote"})
public record ReportEvent(
    EventSignature signature,
    SectionId section,
    @JsonUnwrapped ReportContent reportContent,
    @JsonProperty("quote") TextQuote textQuote,
    @JsonProperty("version") SectionVersion seen)
    implements RemarkEvent {
  /** The name of a reader who gives none. */
  public static final String ANONYMOUS = "reader";

  /** The report's id, the same on every machine. */
  @Override
  public String id() {
    return signature.idOf(
        String.join("|", section.value(), reportContent.words(), textQuote.exact()));
  }

  /** Whether both say the same, regardless of person and time. */
  public boolean hasSameContent(ReportEvent other) {
    return section.equals(other.section)
        && reportContent.equals(other.reportContent)
        && textQuote.equals(other.textQuote);
  }

  @Override
  public int characters() {
    return reportContent.words().length() + textQuote.exact().length();
  }

  /**
   * The content of a reader's report.
   *
   * @param words plain text; may be empty
   */
  public record ReportContent(
      @JsonProperty("flaw") ReportCategory reportCategory, @JsonProperty("text") String words) {
    /** The most characters of {@code words}. */
    public static final int MOST = 2_000;
  }
}
