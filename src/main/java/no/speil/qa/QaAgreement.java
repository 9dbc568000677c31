package no.speil.qa;

import java.util.List;

/**
 * What a check compared in both texts and found to agree.
 *
 * @param words what it is about, as the original writes it; may be empty
 */
public record QaAgreement(Kind kind, List<String> words) {

  /** What was compared. */
  public enum Kind {
    NUMBERS,
    LINKS,
    FOOTNOTES,
    NEGATION,
    /** The rows and columns of a table, whose numbers are the words. */
    TABLE
  }
}
