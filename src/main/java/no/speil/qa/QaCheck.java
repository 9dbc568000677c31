package no.speil.qa;

import java.util.Locale;

/** What a translation is looked through for: slips that are easily made and easily seen. */
public enum QaCheck {
  /** Numbers, dates, percent signs and currencies of the original that the translation lacks. */
  NUMBER_MISSING,
  /** The same that only the translation has. */
  NUMBER_ADDED,
  /**
   * Names of the original of which the translation has neither the name nor a known translation.
   */
  NAME_MISSING,
  LINK_MISSING,
  LINK_ADDED,
  FOOTNOTE_MISSING,
  FOOTNOTE_ADDED,
  TOO_SHORT,
  TOO_LONG,
  /** The translation ends as another kind of sentence. */
  END,
  /** Words of the original left as they were. */
  NORWEGIAN,
  /** Another number of items. */
  ITEMS,
  /** Marks of quotation that are opened or closed only. */
  QUOTES,
  BRACKETS,
  /** Fewer of "not", "never" and "without" than in the original. */
  NEGATION_MISSING,
  NEGATION_ADDED,
  /** Less of "must", "should" and "may" than in the original. */
  MODALITY_MISSING,
  MODALITY_ADDED,
  /** A "must" where the original says "may", or the reverse. */
  MODALITY_OTHER;

  /** The name in JSON and among the messages: lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
