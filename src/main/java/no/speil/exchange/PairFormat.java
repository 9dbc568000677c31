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

  /**
   * What writes it in such units.
   *
   * @param division divides a section into them
   * @throws IllegalArgumentException if it has only whole sections, see {@link #has}
   */
  public PairWriter writer(Unit unit, Division division) {
    if (!has(unit)) {
      throw new IllegalArgumentException(this + " by " + unit);
    }
    return this == TMX ? new TmxWriter(unit, division) : writer();
  }

  /** Whether it can be had in such units. */
  public boolean has(Unit unit) {
    return this == TMX || unit == Unit.SECTION;
  }

  /** What writes it, section by section. */
  public PairWriter writer() {
    return switch (this) {
      case CSV -> new CsvWriter();
      case JSON -> new JsonWriter();
      case TMX -> writer(Unit.SECTION, Division.WHOLE);
    };
  }
}
