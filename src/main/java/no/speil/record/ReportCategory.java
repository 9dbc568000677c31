package no.speil.record;

import java.util.Locale;
import java.util.Optional;

/** The kind of error in a reader's report. */
public enum ReportCategory {
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

  /** The category with that {@link #code}, or empty. */
  public static Optional<ReportCategory> parse(String code) {
    for (ReportCategory reportCategory : values()) {
      if (reportCategory.code().equals(code)) {
        return Optional.of(reportCategory);
      }
    }
    return Optional.empty();
  }
}
