package no.speil.lexicon;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A translation of a word.
 *
 * @param term as in the index
 * @param form as people write it, in lower case
 * @param weight above 0, at most 1
 * @param sure whether a text with the word can be said to contain the translation; false for pairs
 *     that were seen too seldom or only have a similar spelling
 */
public record TermTranslation(String term, String form, double weight, boolean sure) {
  /** Whether the glossary has it; all others weigh less. */
  public boolean isOfGlossary() {
    return weight == 1;
  }

  /** What {@link #ofRow} reads: the weight is negative for a translation that is not sure. */
  List<String> toRow() {
    return List.of(term, form, (sure ? "" : "-") + (float) weight);
  }

  /** The translations in a row, one after the other. */
  static List<TermTranslation> ofRow(List<String> row) {
    return IntStream.range(0, row.size() / 3)
        .mapToObj(
            each -> {
              float weight = Float.parseFloat(row.get(3 * each + 2));
              return new TermTranslation(
                  row.get(3 * each), row.get(3 * each + 1), Math.abs(weight), weight > 0);
            })
        .toList();
  }
}
