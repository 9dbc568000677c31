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
   * @param heading the original's heading above the section; empty where there is none
   * @param translatedHeading the translation's
   */
  public record Place(int position, Role role, String heading, String translatedHeading) {

    /** The heading in the original, or if there is none, in the translation. */
    public String anyHeading() {
      return heading.isEmpty() ? translatedHeading : heading;
    }
  }

  /**
   * The role of a section in its document; all others rank lower than text. A picture's text is the
   * alternative text of pictures that stand alone.
   */
  public enum Role {
    TITLE,
    HEADING,
    PICTURE,
    TEXT
  }
}
