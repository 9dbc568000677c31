package no.speil.exchange;

import no.speil.corpus.SectionId;
import no.speil.search.DocumentRef;
import no.speil.search.IndexedStatus;

/** A section to be exported: both texts, and the URLs where they can be read. */
public record TranslationUnit(
    DocumentRef documentRef,
    SectionId section,
    Text original,
    Text translation,
    IndexedStatus status) {
  /**
   * One of the two texts.
   *
   * @param lang its language tag
   * @param words plain; empty if the section lacks that text
   * @param address absolute and permanent URL
   */
  public record Text(String lang, String words, String address) {
    public boolean isEmpty() {
      return words.isEmpty();
    }
  }
}
