package no.speil.search;

import no.speil.corpus.SectionId;
import org.jspecify.annotations.Nullable;

/** A section as the index holds it, with nothing marked. */
public record FoundSection(SectionId section, Work work, Texts texts, Status status) {
  /**
   * The texts, plain.
   *
   * @param heading the heading it stands under; empty where there is none
   * @param original null where the original has no such section
   * @param translation null where it is not translated
   */
  public record Texts(String heading, @Nullable String original, @Nullable String translation) {}
}
