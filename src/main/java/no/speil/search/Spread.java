package no.speil.search;

import java.util.List;

/**
 * How the sections that a search finds are spread over the values of a facet.
 *
 * @param facet whose values they are
 * @param rows by value, years in their order, others with the most sections first
 * @param none of the sections without any value
 * @param all of all sections
 */
public record Spread(Facet facet, List<Row> rows, Row none, Row all, List<SearchNotice> notices) {

  /**
   * A value, with what is found of what there is of it.
   *
   * @param value as filters name it; empty in {@link #none} and {@link #all}
   * @param percent of its sections that are found
   * @param documents that have a section that is found
   */
  public record Row(
      String value,
      int sections,
      int allSections,
      double percent,
      int documents,
      int allDocuments) {
    public Row(String value, int sections, int allSections, int documents, int allDocuments) {
      this(value, sections, allSections, percent(sections, allSections), documents, allDocuments);
    }

    private static double percent(int part, int whole) {
      return whole == 0 ? 0 : 100.0 * part / whole;
    }
  }

  /** Whether everything was counted. */
  public boolean exact() {
    return SearchNotice.allTold(notices);
  }

  /** A copy that says why not everything was counted. */
  public Spread incomplete(SearchNotice notice) {
    return new Spread(facet, rows, none, all, notice.after(notices));
  }
}
