package no.speil.exchange;

import java.util.Locale;
import java.util.Optional;

/** The forms in which sections can be had. */
public enum ExportFormat {
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

  /** The ending of file names: lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The form of that {@link #code}, or empty. */
  public static Optional<ExportFormat> parse(String code) {
    for (ExportFormat format : values()) {
      if (format.code().equals(code)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }

  /**
   * What writes it in such units.
   *
   * @param unitSplitter divides a section into them
   * @throws IllegalArgumentException if it has only whole sections, see {@link #has}
   */
  public ExportWriter writer(SegmentType segmentType, UnitSplitter unitSplitter) {
    if (!has(segmentType)) {
      throw new IllegalArgumentException(this + " by " + segmentType);
    }
    return this == TMX ? new TmxWriter(segmentType, unitSplitter) : writer();
  }

  /** Whether it can be had in such units. */
  public boolean has(SegmentType segmentType) {
    return this == TMX || segmentType == SegmentType.SECTION;
  }

  /** What writes it, section by section. */
  public ExportWriter writer() {
    return switch (this) {
      case CSV -> new CsvWriter();
      case JSON -> new JsonWriter();
      case TMX -> writer(SegmentType.SECTION, UnitSplitter.WHOLE);
    };
  }
}
