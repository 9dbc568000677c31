package no.speil.corpus;

import java.util.List;

/**
 * One side of a document as it is in its file.
 *
 * @param blocks the title first (kind {@link BlockKind#TITLE}), then the body in order
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

  /** Whether it is an original held elsewhere: a source and no text. */
  public boolean isHeldElsewhere() {
    return !hasBody() && !metadata.provenance().source().isEmpty();
  }
}
