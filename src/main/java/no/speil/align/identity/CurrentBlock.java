package no.speil.align.identity;

import no.speil.corpus.Anchor;
import no.speil.corpus.Block;
import no.speil.corpus.BlockFingerprint;
import no.speil.corpus.Sketch;
import no.speil.corpus.TextHash;
import org.jspecify.annotations.Nullable;

/** A block as a file has it now; sketched only when asked, since that is the dear part. */
public final class CurrentBlock {
  private final Block block;
  private final int place;
  private final TextHash hash;
  private @Nullable Sketch sketch;

  /**
   * @param place among the blocks of its side, the title 0
   */
  public CurrentBlock(Block block, int place) {
    this.block = block;
    this.place = place;
    this.hash = TextHash.of(block);
  }

  public Block block() {
    return block;
  }

  public int place() {
    return place;
  }

  public TextHash hash() {
    return hash;
  }

  Sketch sketch() {
    Sketch known = sketch;
    if (known == null) {
      known = Sketch.of(block.normalized());
      sketch = known;
    }
    return known;
  }

  String anchor() {
    return Anchor.of(block.markdown());
  }

  /** Takes over the sketch of a print of the same text. */
  void knownAs(BlockFingerprint print) {
    if (print.hash().equals(hash)) {
      sketch = print.sketch();
    }
  }

  BlockFingerprint print() {
    return new BlockFingerprint(block.kind(), hash, sketch(), anchor());
  }
}
