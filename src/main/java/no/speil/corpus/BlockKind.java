package no.speil.corpus;

import java.util.Locale;
import java.util.Optional;

/** The kind of a Markdown block; {@code TITLE} is title and description of the front matter. */
public enum BlockKind {
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

  /** The name in records and JSON: lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind of that {@link #code}, or empty. */
  public static Optional<BlockKind> parse(String code) {
    for (BlockKind kind : values()) {
      if (kind.code().equals(code)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
