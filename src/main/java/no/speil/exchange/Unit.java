package no.speil.exchange;

import java.util.Locale;
import java.util.Optional;

/** What a unit of a translation memory holds. */
public enum Unit {
  SECTION,
  SENTENCE;

  /** As addresses say it: lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The unit of that {@link #code}, or empty. */
  public static Optional<Unit> parse(String code) {
    for (Unit unit : values()) {
      if (unit.code().equals(code)) {
        return Optional.of(unit);
      }
    }
    return Optional.empty();
  }
}
