package no.speil.tracking;

import java.util.Locale;
import java.util.Optional;

/** What a reader says is wrong. */
public enum Fault {
  /** The translation says something else than the original. */
  MEANING,
  /** Something of the original is not in the translation. */
  MISSING,
  SPELLING,
  LINK,
  OTHER;

  /** The name in records, forms and JSON: lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The fault of that {@link #code}, or empty. */
  public static Optional<Fault> parse(String code) {
    for (Fault fault : values()) {
      if (fault.code().equals(code)) {
        return Optional.of(fault);
      }
    }
    return Optional.empty();
  }
}
