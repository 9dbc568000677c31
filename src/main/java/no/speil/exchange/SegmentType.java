package no.speil.exchange;

import java.util.Locale;
import java.util.Optional;

/** What a unit of a translation memory is: a section or a sentence. */
public enum SegmentType {
  SECTION,
  SENTENCE;

  /** The code in URLs: lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The type with that {@link #code}; empty if there is none. */
  public static Optional<SegmentType> parse(String code) {
    for (SegmentType segmentType : values()) {
      if (segmentType.code().equals(code)) {
        return Optional.of(segmentType);
      }
    }
    return Optional.empty();
  }
}
