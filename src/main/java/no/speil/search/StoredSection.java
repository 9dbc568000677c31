package no.speil.search;

import no.speil.corpus.SectionId;
import no.speil.corpus.Side;
import no.speil.search.IndexedSection.Place;
import org.jspecify.annotations.Nullable;

/** A section as it is stored in the index, without highlighting. */
public record StoredSection(
    SectionId section, DocumentRef documentRef, Texts texts, IndexedStatus status) {
  /**
   * The texts, plain.
   *
   * @param original null where the original has no such section
   * @param translation null where it is not translated
   */
  public record Texts(Place place, @Nullable String original, @Nullable String translation) {
    public @Nullable String of(Side side) {
      return side == Side.ORIGINAL ? original : translation;
    }
  }
}
