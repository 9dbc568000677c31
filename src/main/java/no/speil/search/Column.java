package no.speil.search;

import java.util.List;
import no.speil.corpus.Side;

/**
 * The fields of one side. The original's are analysed as Norwegian whatever its language, the
 * translation's as English.
 */
enum Column {
  ORIGINAL("no"),
  TRANSLATION("en");

  static final List<Column> BOTH = List.of(values());

  private final String stem;

  Column(String stem) {
    this.stem = stem;
  }

  static Column of(Side side) {
    return side == Side.ORIGINAL ? ORIGINAL : TRANSLATION;
  }

  /** Stemmed words, without stop words. */
  String stem() {
    return stem;
  }

  /** Whole words, accents folded. */
  String folded() {
    return stem + Schema.FOLDED;
  }

  /** Whole words as written but for case. */
  String exact() {
    return stem + Schema.EXACT;
  }

  /** The folded words read backwards. */
  String reversed() {
    return stem + Schema.REVERSED;
  }

  /** Runs of four letters of the folded words. */
  String grams() {
    return stem + Schema.GRAMS;
  }

  /** The document's title in this side's language, stemmed. */
  String title() {
    return Schema.TITLE + stem;
  }
}
