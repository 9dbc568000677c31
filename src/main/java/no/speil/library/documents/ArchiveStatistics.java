package no.speil.library.documents;

import java.util.List;

/**
 * What sorts of documents an archive holds.
 *
 * @param years the latest first; a document without a date is of none
 * @param kinds the most frequent first, and no more than a page can show
 */
public record ArchiveStatistics(List<Count> years, List<Count> kinds) {
  public ArchiveStatistics {
    years = List.copyOf(years);
    kinds = List.copyOf(kinds);
  }

  /** How many documents are of that year or kind. */
  public record Count(String value, int documents) {}
}
