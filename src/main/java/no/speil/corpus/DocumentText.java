package no.speil.corpus;

import java.util.List;

/**
 * One side of a document as its file has it.
 *
 * @param blocks the title first (kind {@link BlockKind#TITLE}), then the body in its order
 */
public record DocumentText(Metadata metadata, List<Block> blocks) {

  public DocumentText {
    blocks = List.copyOf(blocks);
    if (blocks.isEmpty() || blocks.getFirst().kind() != BlockKind.TITLE) {
      throw new IllegalArgumentException("a text begins with its title");
    }
  }

  /** Whether the file holds more than its front matter. */
  public boolean hasBody() {
    return blocks.size() > 1;
  }

  /** An original whose words are elsewhere: a source and no text. */
  public boolean isHeldElsewhere() {
    return !hasBody() && !metadata.provenance().source().isEmpty();
  }
}
