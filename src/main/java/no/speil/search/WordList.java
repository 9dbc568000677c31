package no.speil.search;

import java.util.List;

/**
 * How often words occur on one side of the sections that a search finds.
 *
 * @param rows of all words or sequences, the most frequent first
 * @param words how many words the sections that were counted have, listed or not
 * @param sections that the search finds
 * @param documents that these belong to
 * @param otherWords how many words those have with which they are compared; 0 if there are none
 */
public record WordList(
    List<Row> rows,
    long words,
    int sections,
    int documents,
    long otherWords,
    List<SearchNotice> notices) {
  private static final double RATE = 10_000;

  /**
   * A word or a sequence.
   *
   * @param term what its forms have in common
   * @param word as written but for case; of several forms the most frequent headword, or the most
   *     frequent form
   * @param forms that were counted, in the order of the alphabet
   * @param documents that have it
   */
  public record Row(
      String term, String word, List<String> forms, long count, int documents, Contrast contrast) {}

  /**
   * How often a word occurs in the sections with which others are compared, or is expected to.
   *
   * @param count to the nearest whole number where it is expected
   * @param logLikelihood how sure it is that the difference is not chance; at least 0
   * @param logRatio how many times doubled it is in the sections that are counted; negative where
   *     it is rarer there
   * @param sources the words of the other side because of which it is expected, the one that counts
   *     most first; none where sections are compared
   */
  public record Contrast(long count, double logLikelihood, double logRatio, List<Source> sources) {
    public static final Contrast NONE = new Contrast(0, 0, 0, List.of());
  }

  /**
   * A word of the other side that may be translated by another.
   *
   * @param count how often it occurs in the sections that are counted
   */
  public record Source(String word, List<String> forms, long count) {}

  /** How often a word occurs in 10,000 words. */
  public static double rate(long count, long words) {
    return words == 0 ? 0 : count * RATE / words;
  }

  /** Whether all sections were counted. */
  public boolean exact() {
    return SearchNotice.allTold(notices);
  }

  /** A copy that says why not everything was counted. */
  public WordList incomplete(SearchNotice notice) {
    return new WordList(rows, words, sections, documents, otherWords, notice.after(notices));
  }

  /** A copy that also says what is said of a list with which it is compared. */
  public WordList comparedWith(WordList other) {
    return other.notices().stream().reduce(this, WordList::incomplete, (one, two) -> two);
  }
}
