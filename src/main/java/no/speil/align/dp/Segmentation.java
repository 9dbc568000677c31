package no.speil.align.dp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import no.speil.align.dp.Pairing.Span;
import no.speil.corpus.Block;
import no.speil.corpus.Side;

/** The blocks of one side as segments: some blocks sentence by sentence, the others whole. */
final class Segmentation {
  /** Each segment as a block. */
  final List<Block> segments = new ArrayList<>();

  /** By block, its first segment; at the end, how many segments there are. */
  private final int[] starts;

  /** The block of each segment. */
  private final int[] blocks;

  /**
   * @param divided the blocks to be cut into sentences; those that are no running text stay whole
   */
  Segmentation(Side side, List<Block> blocks, BitSet divided) {
    this.starts = new int[blocks.size() + 1];
    var splitter = new SentenceSplitter(side);
    for (int k = 0; k < blocks.size(); k++) {
      Block block = blocks.get(k);
      boolean isCut = divided.get(k) && KindCompatibility.isRunning(block.kind());
      List<Span> sentences = isCut ? splitter.of(block.text()) : List.of();
      if (sentences.size() > 1) {
        sentences.forEach(sentence -> segments.add(part(block, sentence)));
      } else {
        segments.add(block);
      }
      starts[k + 1] = segments.size();
    }
    this.blocks = new int[segments.size()];
    for (int k = 0; k < blocks.size(); k++) {
      Arrays.fill(this.blocks, starts[k], starts[k + 1], k);
    }
  }

  /** Whether any block has more than one segment. */
  boolean isDivided() {
    return segments.size() > starts.length - 1;
  }

  /** The first segment of a block; after the last block, the number of segments. */
  int start(int block) {
    return starts[block];
  }

  /** The segments of a run of blocks. */
  Span segments(Span run) {
    return new Span(starts[run.from()], starts[run.to()]);
  }

  /** The blocks of a run of segments. */
  Span blocks(int from, int to) {
    return new Span(block(from), from == to ? block(from) : block(to - 1) + 1);
  }

  /** The block of a segment; after the last segment, the number of blocks. */
  int block(int segment) {
    return segment == blocks.length ? starts.length - 1 : blocks[segment];
  }

  /** Whether a block begins with the segment. */
  boolean isStart(int segment) {
    return starts[block(segment)] == segment;
  }

  /** Whether one of the segments, from inclusive to exclusive, is only a part of its block. */
  boolean hasParts(int from, int to) {
    for (int k = from; k < to; k++) {
      if (starts[blocks[k] + 1] - starts[blocks[k]] > 1) {
        return true;
      }
    }
    return false;
  }

  static Block part(Block block, Span sentence) {
    String words = block.text().substring(sentence.from(), sentence.to());
    return new Block(
        block.kind(), block.level(), new Block.Source(sentence.from(), 1, words), words);
  }
}
