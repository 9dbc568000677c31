package no.speil.search;

import no.speil.corpus.Coded;
import no.speil.corpus.Language;
import no.speil.corpus.SectionId;
import org.jspecify.annotations.Nullable;

/**
 * A suggestion for completing a query.
 *
 * @param text a title or heading; for a word, the whole query with that word at its end
 * @param language undetermined for words
 * @param section where the title or heading is; null for words
 */
public record Completion(Kind kind, String text, Language language, @Nullable SectionId section) {

  /** What it completes. */
  public enum Kind implements Coded {
    TITLE,
    HEADING,
    WORD
  }
}
