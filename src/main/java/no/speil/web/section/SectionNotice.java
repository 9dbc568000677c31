package no.speil.web.section;

import no.speil.corpus.Coded;

/** What a section says of itself on a page, where it differs from its document. */
public enum SectionNotice implements Coded {
  NONE(false),
  /** The original has changed since the translation was marked or saved. */
  STALE(true),
  /** There is no translation. */
  MISSING(true),
  /** The original has been removed. */
  ORPHAN(true),
  /** Only the translation has it. */
  ADDED(false),
  /** There is no translation on purpose. */
  LEFT_OUT(false),
  /** The alignment is a guess. */
  DOUBTFUL(false),
  /** Its state is lower than the document's. */
  STATE(false);

  private final boolean warns;

  SectionNotice(boolean warns) {
    this.warns = warns;
  }

  /** Whether a reader should take care. */
  public boolean warns() {
    return warns;
  }
}
