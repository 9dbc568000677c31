package no.speil.corpus;

import java.util.List;

/** As what a text stands in its document, where that says how it is read. */
public enum TextRole {
  /** Title and description of the front matter: words, no Markdown. */
  TITLE,
  /**
   * An item among others, numbered as they are: its number is the list's and no word of its own.
   */
  LISTED,
  /** Any other Markdown. */
  BODY;

  /** The role of a section's side. */
  public static TextRole of(List<Block> run) {
    if (run.stream().anyMatch(Block::listed)) {
      return LISTED;
    }
    return run.size() == 1 && run.getFirst().kind() == BlockKind.TITLE ? TITLE : BODY;
  }
}
