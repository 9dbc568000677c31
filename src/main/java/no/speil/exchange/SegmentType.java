package no.speil.exchange;

import java.util.Locale;
import java.util.Optional;

/** What a unit of a translation memory holds. */
public enum SegmentType {
  SECTION,
  SENTENCE;

  /** As addresses say it: lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The unit of that {@link #code}, or empty. */
  public static Optional<SegmentType> parse(String code) {
    for (SegmentType segmentType : values()) {
      if (segmentType.code().equals(code)) {
        return Optional.of(segmentType);
      }
    }
    return Optional.empty();
  }
}
