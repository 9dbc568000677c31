package no.speil.exchange.unit;

import no.speil.corpus.Coded;
import no.speil.corpus.SectionId;
import no.speil.corpus.State;
import no.speil.status.TrackedSection;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done with a section of an import.
 *
 * @param now the section as it was looked at
 * @param markdown the text for it; empty where there is nothing to be done
 * @param state of the text; null where the tool says nothing of it
 */
public record ImportStep(
    TrackedSection now, Kind kind, Reason reason, String markdown, @Nullable State state) {

  /** What is done. */
  public enum Kind implements Coded {
    /** The text becomes the section's. */
    EDIT,
    /** The text becomes a suggestion, for the reason given. */
    SUGGEST,
    /** The text is the section's already, or there is none. */
    NOTHING,
    /** Nothing can be done with it, for the reason given. */
    REFUSE
  }

  /** Why. */
  public enum Reason implements Coded {
    /** The text is new, and its original is the one of today. */
    TRANSLATED,
    /** What is not translated follows the texts around it. */
    TAKEN_OVER,
    SAME_TEXT,
    NO_TEXT,
    ORIGINAL_CHANGED,
    TRANSLATION_CHANGED,
    CODES_LOST,
    CODES_DOUBLED,
    CODES_ADDED,
    CODES_BROKEN,
    /** Some of the section's texts are translated, others are not. */
    INCOMPLETE,
    /** No Markdown says it in its place. */
    UNWRITABLE,
    /** The section is not to be translated, or has no original. */
    NOT_TRANSLATABLE,
    /** The file has the unit twice, with different texts. */
    TWICE,
    /** Only sentences of it: nobody knows which. */
    ONLY_SENTENCES,
    /** A passage of a whole text that may stand for another section. */
    DOUBTFUL_PLACE
  }

  public SectionId section() {
    return now.section().id();
  }

  /** Whether the section would have another text, or a suggestion. */
  public boolean isChange() {
    return kind == Kind.EDIT || kind == Kind.SUGGEST;
  }

  static ImportStep of(TrackedSection now, Kind kind, Reason reason) {
    return new ImportStep(now, kind, reason, "", null);
  }
}
