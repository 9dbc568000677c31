package no.speil.corpus;

import java.util.List;

/** The role of a text in its document, as far as it changes how the text is read. */
public enum TextRole {
  /** Title and description of the front matter: words, no Markdown. */
  TITLE,
  /** An item of a list with more items: its number belongs to the list and is not a word. */
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
