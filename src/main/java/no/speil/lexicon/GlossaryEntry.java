package no.speil.lexicon;

import no.speil.corpus.Side;
import no.speil.corpus.text.Normalization;

/**
 * An entry of a glossary: a word or phrase in Norwegian and in English.
 *
 * @param line of the file, from 1; 0 for an entry that is not in it
 * @param note the keeper's; may be empty
 */
public record GlossaryEntry(int line, String norwegian, String english, String note) {
  /** The most characters of a term, and of a note. */
  public static final int LONGEST = 200;

  /** A pair that is in no file. */
  public GlossaryEntry(String norwegian, String english) {
    this(0, norwegian, english, "");
  }

  /** The term on that side. */
  public String term(Side side) {
    return side == Side.ORIGINAL ? norwegian : english;
  }

  /** Both terms as they are compared. */
  public String pair() {
    return key(norwegian) + '\t' + key(english);
  }

  /** A term as it is compared: case and the form of Unicode do not matter. */
  public static String key(String term) {
    return Normalization.caseless(term);
  }
}
