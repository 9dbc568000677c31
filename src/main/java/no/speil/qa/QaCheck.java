package no.speil.qa;

import no.speil.corpus.Coded;

/** A check of a translation, for slips that are easily made and easily seen. */
public enum QaCheck implements Coded {
  /** Numbers, dates, percent signs and currencies of the original that the translation lacks. */
  NUMBER_MISSING,
  /** Numbers, dates, percent signs and currencies that only the translation has. */
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
  /** The translation ends with another kind of punctuation. */
  END,
  /** Words of the original that were left untranslated. */
  NORWEGIAN,
  /** Another number of list items. */
  ITEMS,
  /** Bold, italic or struck-out words of the original of which the translation has fewer. */
  EMPHASIS_MISSING,
  EMPHASIS_ADDED,
  /** Code, and shortcodes by their names. */
  CODE_MISSING,
  CODE_ADDED,
  /** Blocks of another kind, or in another order: a table that became a paragraph. */
  KIND,
  /** Another number of blocks of the same kind. */
  BLOCKS,
  /** Other rows and columns of a table. */
  TABLE,
  /** A bullet of another program that is no mark of a list. */
  BULLET,
  /** "is is". */
  DOUBLED_WORD,
  TWO_SPACES,
  /** Quotation marks that are opened and not closed, or closed and not opened. */
  QUOTES,
  BRACKETS,
  /** Fewer of "not", "never" and "without" than in the original. */
  NEGATION_MISSING,
  NEGATION_ADDED,
  /** Less of "must", "should" and "may" than in the original. */
  MODALITY_MISSING,
  MODALITY_ADDED,
  /** A "must" where the original says "may", or the reverse. */
  MODALITY_OTHER,
  /** The contrary of what the original says: "minst" and "at most". */
  OPPOSITE,
  /** None of the others: the text is too long. */
  UNCHECKED,
  /** The same until the text is saved. */
  UNCHECKED_YET
}
