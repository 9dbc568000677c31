package no.speil.record;

import java.util.Optional;
import no.speil.corpus.Coded;

/** The kind of error in a reader's report. */
public enum ReportCategory implements Coded {
  /** The translation says something else than the original. */
  MEANING,
  /** Something of the original is not in the translation. */
  MISSING,
  SPELLING,
  LINK,
  OTHER;

  /** The category with that {@link #code}, or empty. */
  public static Optional<ReportCategory> parse(String code) {
    return Coded.parse(values(), code);
  }
}
