package no.speil.corpus;

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
  RULE
}
