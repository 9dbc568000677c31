package no.speil.align.identity;

import java.util.ArrayList;
import java.util.List;
import no.speil.corpus.Anchor;
import no.speil.corpus.Block;
import no.speil.corpus.BlockFingerprint;
import no.speil.corpus.DocumentText;
import no.speil.corpus.Sketch;
import no.speil.corpus.TextHash;
import no.speil.corpus.text.Normalization;
import org.jspecify.annotations.Nullable;

/** A block as its file has it now. The sketch is computed lazily: it is expensive. */
public final class CurrentBlock {
  private final Block block;
  private final int place;
  private final String normalized;
  private final TextHash hash;
  private @Nullable Sketch sketch;

  /**
   * @param place among the blocks of its side, the title 0
   */
  CurrentBlock(Block block, int place) {
    this.block = block;
    this.place = place;
    this.normalized = block.normalized();
    this.hash = TextHash.ofNormalized(normalized);
  }

  /** The blocks of a side, with the title; none of one that is absent. */
  public static List<CurrentBlock> of(@Nullable DocumentText text) {
    var blocks = new ArrayList<CurrentBlock>();
    for (Block block : text == null ? List.<Block>of() : text.blocks()) {
      blocks.add(new CurrentBlock(block, blocks.size()));
    }
    return blocks;
  }

  public static List<Block> blocks(List<CurrentBlock> blocks) {
    return blocks.stream().map(CurrentBlock::block).toList();
  }

  /** The normalised form of a run of blocks. */
  static String normalized(List<CurrentBlock> run) {
    return Normalization.ofRun(run.stream().map(each -> each.normalized).toList());
  }

  /** The hash of a run of blocks. */
  static TextHash hash(List<CurrentBlock> run) {
    return run.size() == 1 ? run.getFirst().hash : TextHash.ofNormalized(normalized(run));
  }

  /** Whether the blocks follow each other without a gap; true for none. */
  public static boolean isRun(List<CurrentBlock> blocks) {
    return blocks.isEmpty()
        || blocks.getLast().place() - blocks.getFirst().place() == blocks.size() - 1;
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
      known = Sketch.of(normalized);
      sketch = known;
    }
    return known;
  }

  String anchor() {
    return Anchor.of(block.markdown());
  }

  /** Takes the sketch from the fingerprint if both are of the same text. */
  void reuseSketch(BlockFingerprint fingerprint) {
    if (fingerprint.hash().equals(hash)) {
      sketch = fingerprint.sketch();
    }
  }

  BlockFingerprint fingerprint() {
    return new BlockFingerprint(block.kind(), hash, sketch(), anchor());
  }
}
