package no.speil.corpus;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The bilingual unit that people read, link to and mark: a run of blocks of the original and a run
 * of the translation that say the same. One of them may be empty.
 */
public record Section(
    SectionId id, List<Block> original, List<Block> translation, Alignment alignment) {
  private static final double DOUBTFUL = 0.5;

  public Section {
    original = List.copyOf(original);
    translation = List.copyOf(translation);
    if (original.isEmpty() && translation.isEmpty()) {
      throw new IllegalArgumentException("section " + id + " has no blocks");
    }
  }

  /** The blocks of one side. */
  public List<Block> side(Side side) {
    return side == Side.ORIGINAL ? original : translation;
  }

  /** The blocks of the original; where there are none, those of the translation. */
  public List<Block> leading() {
    return original.isEmpty() ? translation : original;
  }

  /** The words of one side without markup, one line for each block with words. */
  public String words(Side side) {
    return side(side).stream()
        .map(Block::text)
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  /** Whether no person has confirmed the alignment, and its confidence is low. */
  public boolean isDoubtful() {
    return !original.isEmpty()
        && !translation.isEmpty()
        && alignment.method() == Alignment.Method.AUTOMATIC
        && alignment.confidence() < DOUBTFUL;
  }

  /** The section of the document's title and description. */
  public boolean isTitle() {
    return leading().getFirst().kind() == BlockKind.TITLE;
  }
}
