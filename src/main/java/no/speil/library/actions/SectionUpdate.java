package no.speil.library.actions;

import no.speil.corpus.SectionId;
import no.speil.library.documents.LiveDocument;
import no.speil.status.TrackedSection;

/**
 * A section after an action.
 *
 * @param document that it is in, as it is with it
 */
public record SectionUpdate(LiveDocument document, TrackedSection section) {
  static SectionUpdate of(LiveDocument loaded, SectionId id) {
    return new SectionUpdate(loaded, ActionRunner.section(loaded, id));
  }
}
