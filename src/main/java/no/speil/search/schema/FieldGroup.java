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

  public Side side() {
    return this == ORIGINAL ? Side.ORIGINAL : Side.TRANSLATION;
  }

  /** Stemmed words, without stop words. */
  public String stem() {
    return stem;
  }

  /** Whole words, accents folded. */
  public String folded() {
    return stem + IndexSchema.FOLDED;
  }

  /** Whole words as written but for case. */
  public String exact() {
    return stem + IndexSchema.EXACT;
  }

  /** The folded words read backwards. */
  public String reversed() {
    return stem + IndexSchema.REVERSED;
  }

  /** Runs of four letters of the folded words. */
  public String grams() {
    return stem + IndexSchema.GRAMS;
  }

  /** The document's title in this side's language, stemmed. */
  public String title() {
    return IndexSchema.TITLE + stem;
  }
}
