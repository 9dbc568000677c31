package no.speil.corpus;

import org.jspecify.annotations.Nullable;

/**
 * A section that was removed from the layout.
 *
 * @param became the section that it was merged into, or null if its text is gone
 * @param movedTo the document that it is in now, or null if it is in none
 */
public record RemovedSection(
    SectionId id, @Nullable SectionId became, @Nullable DocumentId movedTo) {

  /** A section that is in no other document. */
  public RemovedSection(SectionId id, @Nullable SectionId became) {
    this(id, became, null);
  }
}
