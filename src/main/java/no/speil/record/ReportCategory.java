package no.speil.record;

import no.speil.corpus.Coded;

/** The kind of error in a reader's report. */
public enum ReportCategory implements Coded {
  /** The translation says something else than the original. */
  MEANING,
  /** Something of the original is not in the translation. */
  MISSING,
  SPELLING,
  LINK,
  OTHER
}
