package no.speil.library.catalogue;

import java.time.LocalDate;
import no.speil.corpus.SectionId;
import no.speil.search.SectionRange;

/**
 * Somebody is at a part of a document, for others to know.
 *
 * @param until the last day
 * @param part the part's heading, or the title for the whole document
 * @param range the part's sections
 */
public record Claim(String by, LocalDate until, SectionId part, SectionRange range) {

  public boolean isCurrent(LocalDate today) {
    return !until.isBefore(today);
  }

  /** Whether the part has the section at that position. */
  public boolean covers(int position) {
    return range.from() <= position && position < range.to();
  }
}
