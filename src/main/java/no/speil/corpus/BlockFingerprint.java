package no.speil.corpus;

import java.util.List;

/**
 * What the record holds of a block: enough to recognise it, without its text.
 *
 * @param anchor the name that the writer gave it, as in {@code {#demands}}; empty if there is none,
 *     or if the layout is older than anchors in the format
 */
public record BlockFingerprint(BlockKind kind, TextHash hash, Sketch sketch, String anchor) {

  /** The fingerprint of a block. */
  public static BlockFingerprint of(Block block) {
    String normalized = block.normalized();
    TextHash hash = TextHash.ofNormalized(normalized);
    String anchor = Anchor.of(block.markdown());
    return new BlockFingerprint(block.kind(), hash, Sketch.of(normalized), anchor);
  }

  /** The hashes of blocks in their order. */
  public static List<TextHash> hashes(List<BlockFingerprint> run) {
    return run.stream().map(BlockFingerprint::hash).toList();
  }
}
