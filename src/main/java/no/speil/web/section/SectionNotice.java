package no.speil.web.section;

import no.speil.corpus.Coded;

/** What a section says of itself on a page, where it differs from its document. */
public enum SectionNotice implements Coded {
  NONE,
  /** The original has changed since the translation was marked or saved. */
  STALE,
  /** There is no translation. */
  MISSING,
  /** The original has been removed. */
  ORPHAN,
  /** Only the translation has it. */
  ADDED,
  /** There is no translation on purpose. */
  LEFT_OUT,
  /** The alignment is a guess. */
  DOUBTFUL,
  /** Its state is lower than the document's. */
  STATE;

  /** Whether a reader should take care. */
  public boolean warns() {
    return this == STALE || this == MISSING || this == ORPHAN;
  }
}
