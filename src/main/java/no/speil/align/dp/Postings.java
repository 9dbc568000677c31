package no.speil.align.dp;

import java.util.Arrays;

/**
 * For each feature, the blocks of one side where it occurs, or the runs that begin with them,
 * ascending, one list after the other.
 */
final class Postings {
  private final int size;
  private final int[] starts;
  private final int[] blocks;
  private final int[] places;

  /**
   * @param side the features of each block, each once
   * @param features how many different ones there are
   */
  Postings(int[][] side, int features) {
    this.size = side.length;
    this.starts = new int[features + 1];
    for (int[] ofBlock : side) {
      for (int feature : ofBlock) {
        starts[feature + 1]++;
      }
    }
    for (int feature = 0; feature < features; feature++) {
      starts[feature + 1] += starts[feature];
    }
    this.blocks = new int[starts[features]];
    this.places = new int[blocks.length];
    int[] next = starts.clone();
    for (int block = 0; block < side.length; block++) {
      for (int place = 0; place < side[block].length; place++) {
        int at = next[side[block][place]]++;
        blocks[at] = block;
        places[at] = place;
      }
    }
  }

  /** How many blocks there are. */
  int blocks() {
    return size;
  }

  int count(int feature) {
    return starts[feature + 1] - starts[feature];
  }

  /** Where the blocks with a feature begin that are not before the given one. */
  int first(int feature, int block) {
    int at = Arrays.binarySearch(blocks, starts[feature], starts[feature + 1], block);
    return at < 0 ? -at - 1 : at;
  }

  /** Where the blocks with a feature end. */
  int end(int feature) {
    return starts[feature + 1];
  }

  int block(int at) {
    return blocks[at];
  }

  /** The place of the feature among those of its block. */
  int place(int at) {
    return places[at];
  }
}
