package no.speil.search;

import no.speil.corpus.SectionId;
import org.jspecify.annotations.Nullable;

/** A section as it is stored in the index, without highlighting. */
public record StoredSection(
    SectionId section, DocumentRef documentRef, Texts texts, IndexedStatus status) {
  /**
   * The texts, plain.
   *
   * @param heading the heading above the section; empty where there is none
   * @param original null where the original has no such section
   * @param translation null where it is not translated
   */
  public record Texts(String heading, @Nullable String original, @Nullable String translation) {}
}
