package no.speil.exchange;

import no.speil.corpus.SectionId;
import no.speil.search.DocumentRef;
import no.speil.search.IndexedStatus;

/** A section as it leaves the archive: both texts, and where each is to be read. */
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
   * @param words plain; empty where that side has no such section
   * @param address absolute and permanent
   */
  public record Text(String lang, String words, String address) {
    public boolean isEmpty() {
      return words.isEmpty();
    }
  }
}
