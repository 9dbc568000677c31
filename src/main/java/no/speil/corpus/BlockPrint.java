package no.speil.corpus;

/** What a layout remembers of a block: enough to know it again, without its text. */
public record BlockPrint(BlockKind kind, TextHash hash, Sketch sketch) {

  /** The print of a block. */
  public static BlockPrint of(Block block) {
    String normalized = Normalization.normalize(block.markdown());
    return new BlockPrint(block.kind(), TextHash.ofNormalized(normalized), Sketch.of(normalized));
  }
}
