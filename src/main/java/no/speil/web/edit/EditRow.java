package no.speil.web.edit;

import java.util.Objects;
import java.util.Optional;
import no.speil.corpus.Side;
import no.speil.status.TrackedSection;
import no.speil.web.section.SectionRow;
import org.jspecify.annotations.Nullable;

/**
 * A section on the page where its text is translated.
 *
 * @param row with what has changed marked in its original
 * @param text what its box holds
 * @param isCurrent whether it is the one that is written
 */
public record EditRow(SectionRow row, RowState state, String text, boolean isCurrent) {
  /**
   * One row of the text.
   *
   * @param typed what is in the box, if it is the one that is written
   */
  static EditRow of(SectionRow row, RowState state, @Nullable String typed) {
    TrackedSection section = row.section();
    InsertedWords inserted = InsertedWords.of(section.sectionStatus().change());
    SectionRow marked =
        row.with((side, html) -> side == Side.ORIGINAL ? inserted.mark(html) : html);
    String text = Objects.requireNonNullElse(typed, section.markdown(Side.TRANSLATION));
    return new EditRow(marked, state, text, typed != null);
  }

  /** The cells of its text, where its original is a table with words. */
  public Optional<CellGrid> grid() {
    return CellGrid.of(row.section(), text);
  }
}
