package no.speil.library.aids;

import no.speil.markdown.visible.InlineElement.Kind;

/**
 * Markdown of the original that a translation needs too.
 *
 * @param before what stands before its words; all of it if it has none
 * @param words that the translation says in its own language; may be empty
 * @param after what stands after them
 * @param note the text of a footnote, which is in the original's language; empty for others
 * @param missing whether the translation lacks it
 */
public record Insertion(
    Kind kind, String before, String words, String after, String note, boolean missing) {
  /** The same with another note. */
  public Insertion noted(String other) {
    return new Insertion(kind, before, words, after, other, missing);
  }

  /** The whole of it. */
  public String markdown() {
    return before + words + after;
  }
}
