package no.speil.corpus;

import java.util.Optional;

/** The kind of a Markdown block; {@code TITLE} is title and description of the front matter. */
public enum BlockKind implements Coded {
  TITLE,
  HEADING,
  PARAGRAPH,
  ITEM,
  TABLE,
  QUOTATION,
  CODE,
  HTML,
  IMAGE,
  FOOTNOTE,
  DEFINITIONS,
  SHORTCODE,
  RULE;

  /** The kind of that {@link #code}, or empty. */
  public static Optional<BlockKind> parse(String code) {
    return Coded.parse(values(), code);
  }
}
