package no.speil.web.section;

import java.util.function.BiFunction;
import no.speil.corpus.Section;
import no.speil.corpus.Side;
import no.speil.library.documents.DocumentParts;
import no.speil.library.documents.LiveDocument;
import no.speil.status.TrackedSection;

/** A section on the page. */
public record SectionRow(Cell original, Cell translation, SectionNote note) {
  public String id() {
    return section().id().value();
  }

  /** {@code title}, {@code heading} or {@code text}. */
  public String kind() {
    Section section = section().section();
    return section.isTitle() ? "title" : DocumentParts.level(section) > 0 ? "heading" : "text";
  }

  /** Its number in its document, from 1; 0 for the title. */
  public int number() {
    return note.page().numbers.getOrDefault(section().id(), 0);
  }

  public Cell cell(Side side) {
    return side == Side.ORIGINAL ? original : translation;
  }

  public TrackedSection section() {
    return note.tracked();
  }

  public LiveDocument document() {
    return note.page().document;
  }

  /** Its row on the document's page. */
  public String href() {
    return ReadingPosition.row(document(), section().id());
  }

  /** Whether nothing of it is to be seen, as of a comment in HTML. */
  public boolean isInvisible() {
    return original.html.isBlank() && translation.html.isBlank();
  }

  /** A copy with the HTML of each side replaced; an empty side stays empty. */
  public SectionRow with(BiFunction<Side, String, String> html) {
    return new SectionRow(
        original.with(Side.ORIGINAL, html), translation.with(Side.TRANSLATION, html), note);
  }

  /**
   * One side of it.
   *
   * @param html safe as it is; empty where there is no text
   * @param absence what to say where there is no text
   * @param address where the text is, if it is somewhere else
   */
  public record Cell(String lang, String html, String absence, String address) {
    private Cell with(Side side, BiFunction<Side, String, String> other) {
      return isEmpty() ? this : new Cell(lang, other.apply(side, html), absence, address);
    }

    public boolean isEmpty() {
      return html.isEmpty();
    }
  }
}
