package no.speil.exchange;

import java.util.List;
import java.util.function.Function;
import no.speil.corpus.Coded;

/** The formats of an export. */
public enum ExportFormat implements Coded {
  CSV("text/csv; charset=utf-8"),
  JSON("application/json"),
  TMX("application/x-tmx+xml; charset=utf-8");

  private final String mediaType;

  ExportFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  public String mediaType() {
    return mediaType;
  }

  /**
   * The writer of this format in such units.
   *
   * @param splitter splits a section into units: pairs of texts with the section's id, in order
   * @throws IllegalArgumentException if the format has whole sections only, see {@link #has}
   */
  public ExportWriter writer(
      SegmentType segments, Function<TranslationUnit, List<TranslationUnit>> splitter) {
    if (!has(segments)) {
      throw new IllegalArgumentException(this + " by " + segments);
    }
    return switch (this) {
      case CSV -> new CsvWriter();
      case JSON -> new JsonWriter();
      case TMX -> new TmxWriter(segments, splitter);
    };
  }

  /** Whether the format has such units. */
  public boolean has(SegmentType segments) {
    return this == TMX || segments == SegmentType.SECTION;
  }
}
