package no.speil.library.documents;

import no.speil.corpus.SectionId;
import no.speil.status.TrackedSection;

/** A section as it is now, in its document. */
public record LiveSection(LiveDocument document, TrackedSection section) {
  /**
   * The section of that id.
   *
   * @throws ActionRefusedException.UnknownSection if it is not in the document
   */
  public static LiveSection of(LiveDocument document, SectionId id) {
    return new LiveSection(document, document.require(id));
  }

  public SectionId id() {
    return section.id();
  }
}
