package no.speil.markdown.inline;

/**
 * A text that no Markdown stands for in its place, such as emphasis within a word's punctuation.
 */
public final class UnwritableTextException extends Exception {
  UnwritableTextException() {
    super("cannot be written as Markdown in this place");
  }
}
