package no.speil.search;

import no.speil.corpus.SectionId;

/**
 * A section to be indexed.
 *
 * @param original the words of the original without markup; empty where there are none
 * @param translation the words of the translation, in the same way
 */
public record IndexedSection(
    SectionId id, Place place, String original, String translation, IndexedStatus status) {

  /**
   * The place of a section in its document.
   *
   * @param position ascends in reading order
   * @param heading the heading above the section; empty where there is none
   */
  public record Place(int position, Role role, String heading) {}

  /** The role of a section in its document; titles and headings rank lower than text. */
  public enum Role {
    TITLE,
    HEADING,
    TEXT
  }
}
