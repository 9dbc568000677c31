package no.speil.search;

import java.util.List;
import java.util.Map;

/**
 * The words that stand beside a word more often than elsewhere.
 *
 * @param rows in the order of the measure that was asked for
 * @param places by word of a row, where it stands beside the other
 * @param forms of the other word that were looked for
 * @param times that this stands in the sections that were read
 * @param sections that have it, of those
 * @param documents that these belong to
 */
public record Collocates(
    CollocateRequest request,
    List<Row> rows,
    Map<String, List<Place>> places,
    List<String> forms,
    long times,
    int sections,
    int documents,
    List<SearchNotice> notices) {

  /**
   * A word beside it.
   *
   * @param word as in {@link WordList.Row}
   * @param count of its places beside the other
   * @param documents that have such a place
   * @param elsewhere how often it stands in other places
   * @param logDice how typical it is: 14 if the two stand only together, and one less for half as
   *     typical (Rychlý, A Lexicographer-Friendly Association Score, 2008)
   * @param logLikelihood how sure it is that they do not meet by chance, see {@link
   *     WordList.Contrast}
   */
  public record Row(
      String word,
      List<String> forms,
      long count,
      int documents,
      long elsewhere,
      double logDice,
      double logLikelihood) {}

  /**
   * Where a word stands.
   *
   * @param section its number in the index as it was searched
   * @param position in words from the beginning of the text
   */
  public record Place(int section, int position) {}

  /** Whether all sections were read. */
  public boolean exact() {
    return SearchNotice.allTold(notices);
  }

  /** A copy that says why not everything was counted. */
  public Collocates incomplete(SearchNotice notice) {
    return new Collocates(
        request, rows, places, forms, times, sections, documents, notice.after(notices));
  }
}
