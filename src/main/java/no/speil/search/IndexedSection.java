package no.speil.search;

import no.speil.corpus.SectionId;

/**
 * What the index is told of a section.
 *
 * @param original the words of the original without markup; empty where there are none
 * @param translation likewise
 */
public record IndexedSection(
    SectionId id, Place place, String original, String translation, IndexedStatus status) {

  /**
   * Where a section stands in its document.
   *
   * @param position ascending in reading order
   * @param heading the heading it stands under; empty where there is none
   */
  public record Place(int position, Role role, String heading) {}

  /** What a section is to its document; headings and titles rank lower than text. */
  public enum Role {
    TITLE,
    HEADING,
    TEXT
  }
}
