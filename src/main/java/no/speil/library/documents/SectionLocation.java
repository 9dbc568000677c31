package no.speil.library.documents;

import java.util.List;
import no.speil.corpus.DocumentId;
import no.speil.corpus.SectionId;
import no.speil.record.Event;
import org.jspecify.annotations.Nullable;

/** What is known of a section's id. */
public sealed interface SectionLocation {
  /** The document whose record holds the id. */
  DocumentId document();

  /** The id that was asked for. */
  SectionId section();

  /** The section is in the document. */
  record Present(DocumentId document, SectionId section) implements SectionLocation {}

  /**
   * The section was in the document.
   *
   * @param became the section that it was merged into and that is there now, or null
   * @param history what was done with it, oldest first
   */
  record Gone(
      DocumentId document, SectionId section, @Nullable SectionId became, List<Event> history)
      implements SectionLocation {}
}
