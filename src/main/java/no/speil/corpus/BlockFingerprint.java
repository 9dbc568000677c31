package no.speil.corpus;

/**
 * What a layout remembers of a block: enough to know it again, without its text.
 *
 * @param anchor the name that the writer gave it, as in {@code {#demands}}; empty where there is
 *     none, or where the layout was written before anchors were remembered
 */
public record BlockFingerprint(BlockKind kind, TextHash hash, Sketch sketch, String anchor) {

  /** The print of a block. */
  public static BlockFingerprint of(Block block) {
    String normalized = block.normalized();
    return new BlockFingerprint(
        block.kind(),
        TextHash.ofNormalized(normalized),
        Sketch.of(normalized),
        Anchor.of(block.markdown()));
  }
}
