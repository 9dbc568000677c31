package no.speil.library.aids;

import java.util.List;

/**
 * A word or phrase of an original and what may stand for it in the translation.
 *
 * @param english likeliest first
 * @param note what the glossary says of it; empty where nothing
 * @param settled whether the glossary says so; else it was learned from the archive
 * @param used whether the translation has one of them; not looked for where it is not settled
 */
public record TermSuggestion(
    String norwegian, List<String> english, String note, boolean settled, boolean used) {
  /** Whether the translation should have it and has not. */
  public boolean isMissing() {
    return settled && !used;
  }
}
