package no.speil.exchange;

import java.util.Locale;
import java.util.Optional;

/** The forms in which sections can be had. */
public enum PairFormat {
  CSV("text/csv; charset=utf-8"),
  JSON("application/json"),
  TMX("application/x-tmx+xml; charset=utf-8");

  private final String mediaType;

  PairFormat(String mediaType) {
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
  public static Optional<PairFormat> parse(String code) {
    for (PairFormat format : values()) {
      if (format.code().equals(code)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }

  /** What writes it. */
  public PairWriter writer() {
    return switch (this) {
      case CSV -> new CsvWriter();
      case JSON -> new JsonWriter();
      case TMX -> new TmxWriter();
    };
  }
}
