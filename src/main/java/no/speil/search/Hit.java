package no.speil.search;

import no.speil.corpus.SectionId;
import org.jspecify.annotations.Nullable;

/** A section that matches. It always has both texts, whichever one matches. */
public record Hit(
    SectionId section, DocumentRef documentRef, Pair pair, IndexedStatus status, Rank rank) {

  /**
   * The texts.
   *
   * @param heading the heading above the section; empty where there is none
   * @param original null where the original has no such section
   * @param translation null where it is not translated
   */
  public record Pair(String heading, @Nullable Excerpt original, @Nullable Excerpt translation) {}

  /**
   * The rank of a hit.
   *
   * @param partial whether it lacks some of the words
   */
  public record Rank(float score, boolean partial) {}
}
