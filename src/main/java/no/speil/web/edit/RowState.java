package no.speil.web.edit;

import no.speil.corpus.Coded;
import no.speil.corpus.Freshness;
import no.speil.corpus.Section;
import no.speil.status.TrackedSection;

/** What a row says of its section's translation. */
public enum RowState implements Coded {
  UNTRANSLATED("state.untranslated"),
  DRAFT("state.draft"),
  /** The original has changed since. */
  STALE("section-notice.stale"),
  /** The original has been removed. */
  ORPHAN("section-notice.orphan"),
  TRANSLATED("state.translated"),
  REVIEWED("state.reviewed"),
  /** Only the translation has it. */
  ADDED("section-notice.added"),
  /** It has no words, and so is as in the original. */
  WORDLESS("edit.wordless"),
  /** It has no translation on purpose. */
  LEFT_OUT("section-notice.left-out");

  private final String key;

  RowState(String key) {
    this.key = key;
  }

  /**
   * @param originalElsewhere whether the document's original is held elsewhere
   */
  static RowState of(TrackedSection tracked, boolean originalElsewhere) {
    Section section = tracked.section();
    Freshness freshness = tracked.sectionStatus().freshness();
    if (freshness == Freshness.ORPHAN) {
      return ORPHAN;
    }
    if (section.original().isEmpty() && !originalElsewhere) {
      return ADDED;
    }
    if (!tracked.isCounted(originalElsewhere)) {
      return WORDLESS;
    }
    if (tracked.sectionStatus().isLeftOut()) {
      return LEFT_OUT;
    }
    if (freshness == Freshness.STALE) {
      return STALE;
    }
    return switch (tracked.sectionStatus().state()) {
      case UNTRANSLATED -> UNTRANSLATED;
      case DRAFT -> DRAFT;
      case TRANSLATED -> TRANSLATED;
      case REVIEWED -> REVIEWED;
    };
  }

  /** The key of its name. */
  public String key() {
    return key;
  }

  /** Whether there is a text to write; else nobody is asked for one. */
  public boolean isWritten() {
    return this != WORDLESS && this != LEFT_OUT;
  }
}
