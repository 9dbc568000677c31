package no.speil.markdown.inline;

/**
 * Markup within a text (XLIFF 2.1, 4.7): the start or end of a span, or one that stands alone.
 *
 * @param id from 1 within its text; a span's start and end share it
 * @param data its Markdown
 */
public record InlineCode(int id, Position position, Type type, String data)
    implements CodedText.Part {

  /** Whether it opens or closes a span. */
  public enum Position {
    OPEN,
    CLOSE,
    ALONE
  }

  /** What the markup does. */
  public enum Type {
    BOLD,
    ITALIC,
    STRIKE,
    LINK,
    IMAGE,
    CODE,
    FOOTNOTE,
    LINE_BREAK,
    HTML,
    SHORTCODE,
    ATTRIBUTES,
    /** The markup between two blocks, items or cells, where they are one text. */
    BLOCK
  }

  /** Whether the markup is nothing but how words are set, with markers that may be exchanged. */
  public boolean isEmphasis() {
    return type == Type.BOLD || type == Type.ITALIC;
  }

  public InlineCode withId(int other) {
    return new InlineCode(other, position, type, data);
  }
}
