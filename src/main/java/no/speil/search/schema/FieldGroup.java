package no.speil.search.schema;

import java.util.List;
import no.speil.corpus.Side;

/**
 * The fields of one side. The original's are analysed as Norwegian whatever its language, the
 * translation's as English.
 */
public enum FieldGroup {
  ORIGINAL("no"),
  TRANSLATION("en");

  public static final List<FieldGroup> BOTH = List.of(values());

  private final String stem;

  FieldGroup(String stem) {
    this.stem = stem;
  }

  public static FieldGroup of(Side side) {
    return side == Side.ORIGINAL ? ORIGINAL : TRANSLATION;
  }

  public FieldGroup other() {
    return this == ORIGINAL ? TRANSLATION : ORIGINAL;
  }

  public Side side() {
    return this == ORIGINAL ? Side.ORIGINAL : Side.TRANSLATION;
  }

  /** The field of stemmed words, without stop words. */
  public String stem() {
    return stem;
  }

  /**
   * The field of stemmed words that stand alone; the parts of compounds are not in it. Without
   * positions.
   */
  public String standalone() {
    return this == ORIGINAL ? stem + IndexSchema.STANDALONE : stem;
  }

  /** The field of whole words with accents folded. Without positions. */
  public String folded() {
    return stem + IndexSchema.FOLDED;
  }

  /** The field of whole words as written except for case. */
  public String exact() {
    return stem + IndexSchema.EXACT;
  }

  /**
   * The field of the words of {@link #exact} that are no text, but at the top of the file. Without
   * positions.
   */
  public String names() {
    return "names_" + exact();
  }

  /** The field of {@link #folded} words backwards. Without positions. */
  public String endings() {
    return stem + IndexSchema.ENDINGS;
  }

  /**
   * The field of the words that a section has with a capital letter only: {@code lars}, or {@code
   * ^lars} if only where sentences begin.
   */
  public String capitals() {
    return stem + IndexSchema.CAPITALS;
  }

  /** The field of the document's title in this side's language, stemmed. */
  public String title() {
    return IndexSchema.TITLE + stem;
  }
}
