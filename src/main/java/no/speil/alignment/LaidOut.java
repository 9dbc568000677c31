package no.speil.alignment;

import java.util.List;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Section;
import no.speil.corpus.SectionLayout;
import no.speil.corpus.Text;
import org.jspecify.annotations.Nullable;

/**
 * A document's texts and the sections that they are divided into.
 *
 * @param layout of the same sections in the same order
 */
public record LaidOut(
    DocumentId id,
    @Nullable Text original,
    @Nullable Text translation,
    List<Section> sections,
    List<SectionLayout> layout) {
  public LaidOut {
    sections = List.copyOf(sections);
    layout = List.copyOf(layout);
  }
}
