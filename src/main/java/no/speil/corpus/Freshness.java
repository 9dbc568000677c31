package no.speil.corpus;

/** Whether a translation still says what its original says: computed, never stored. */
public enum Freshness implements Coded {
  /** A person vouched for this pair of texts. */
  CURRENT,
  /** The original has changed since. */
  STALE,
  /** Nobody has vouched for the pair. */
  UNKNOWN,
  /** The original was here and is gone. */
  ORPHAN,
  /** The original is held elsewhere. */
  UNVERIFIABLE
}
