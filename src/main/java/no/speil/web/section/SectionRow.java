package no.speil.web.section;

import no.speil.corpus.Side;
import no.speil.search.WordMarker;

/**
 * A section on the page.
 *
 * @param kind {@code title}, {@code heading} or {@code text}
 * @param number of the section in its document, from 1; 0 for the title
 */
public record SectionRow(
    String id, String kind, int number, Cell original, Cell translation, SectionNote note) {

  /** Whether nothing of it is to be seen, as of a comment in HTML. */
  public boolean isInvisible() {
    return original.html.isBlank() && translation.html.isBlank();
  }

  /** The same row with the words of a search marked. */
  public SectionRow marked(WordMarker marker) {
    return new SectionRow(
        id,
        kind,
        number,
        original.marked(marker, Side.ORIGINAL),
        translation.marked(marker, Side.TRANSLATION),
        note);
  }

  /** The same row with other HTML for the original. */
  public SectionRow withOriginal(String html) {
    Cell cell = new Cell(original.lang, html, original.absence, original.address);
    return new SectionRow(id, kind, number, cell, translation, note);
  }

  /**
   * One side of it.
   *
   * @param html safe as it is; empty where there is no text
   * @param absence what to say where there is no text
   * @param address where the text is, if it is somewhere else
   */
  public record Cell(String lang, String html, String absence, String address) {
    private Cell marked(WordMarker marker, Side side) {
      return isEmpty() ? this : new Cell(lang, marker.mark(side, html), absence, address);
    }

    public boolean isEmpty() {
      return html.isEmpty();
    }
  }
}
