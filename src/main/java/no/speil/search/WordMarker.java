package no.speil.search;

import no.speil.corpus.Side;

/** Marks the words of a search in a section's HTML. For one thread. */
@FunctionalInterface
public interface WordMarker {
  WordMarker NOTHING = (side, html) -> html;

  /**
   * The HTML with {@code <mark>} around the words of the search, and {@code <mark class="tr">}
   * around translations of them; tags, attributes and references stay as they are.
   */
  String mark(Side side, String html);
}
