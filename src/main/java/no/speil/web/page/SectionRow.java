package no.speil.web.page;

/**
 * A section on the page.
 *
 * @param kind {@code title}, {@code heading} or {@code text}
 * @param number of the section in its document, from 1; 0 for the title
 */
public record SectionRow(
    String id, String kind, int number, Cell original, Cell translation, SectionNote note) {

  /**
   * One side of it.
   *
   * @param html safe as it is; empty where there is no text
   * @param absence what to say where there is no text
   * @param address where the text is, if it is somewhere else
   */
  public record Cell(String lang, String html, String absence, String address) {
    public boolean isEmpty() {
      return html.isEmpty();
    }
  }
}
