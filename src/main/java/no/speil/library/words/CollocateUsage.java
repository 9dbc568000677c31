package no.speil.library.words;

import java.util.List;
import java.util.Map;
import no.speil.library.words.WordUsage.Translation;
import no.speil.search.Collocates;

/**
 * The words beside a word, and how they are translated there.
 *
 * @param translations by word, of those that were asked for; words that carry grammar have none
 */
public record CollocateUsage(Collocates found, Map<String, Counterparts> translations) {
  /**
   * What translates a word, in at most {@link WordUsages#MOST_BESIDE} sections.
   *
   * @param unknown places whose section has both texts, and none of the translations that are known
   */
  public record Counterparts(List<Translation> translations, long unknown) {}
}
