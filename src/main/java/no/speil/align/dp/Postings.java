package no.speil.align.dp;

/**
 * For each feature, the places where it occurs, ascending, one list after the other. A place is a
 * block of one side, or a run that begins with it.
 */
final class Postings {
  private final int[] starts;
  private final int[] blocks;
  private final int[] places;

  /**
   * @param side the features of each block, each once
   */
  Postings(int[][] side, int features) {
    this(starts(side), joined(side), features);
  }

  /**
   * @param ofBlocks where the features of each block begin; one more than blocks
   * @param all the features of all blocks, each once in a block
   * @param features how many different ones there are
   */
  Postings(int[] ofBlocks, int[] all, int features) {
    int size = ofBlocks[ofBlocks.length - 1];
    this.starts = new int[features + 1];
    for (int place = 0; place < size; place++) {
      starts[all[place] + 1]++;
    }
    for (int feature = 0; feature < features; feature++) {
      starts[feature + 1] += starts[feature];
    }
    this.blocks = new int[size];
    this.places = new int[size];
    int[] next = starts.clone();
    for (int block = 0; block + 1 < ofBlocks.length; block++) {
      for (int place = ofBlocks[block]; place < ofBlocks[block + 1]; place++) {
        int at = next[all[place]]++;
        blocks[at] = block;
        places[at] = place;
      }
    }
  }

  int count(int feature) {
    return starts[feature + 1] - starts[feature];
  }

  /** Where the blocks with a feature begin that are not before the given one. */
  int first(int feature, int block) {
    int low = starts[feature];
    int high = starts[feature + 1];
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (blocks[middle] < block) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Where the blocks with a feature end. */
  int end(int feature) {
    return starts[feature + 1];
  }

  int block(int at) {
    return blocks[at];
  }

  /** The place of the feature among all features of all blocks. */
  int place(int at) {
    return places[at];
  }

  private static int[] starts(int[][] side) {
    int[] starts = new int[side.length + 1];
    for (int block = 0; block < side.length; block++) {
      starts[block + 1] = starts[block] + side[block].length;
    }
    return starts;
  }

  private static int[] joined(int[][] side) {
    int[] all = new int[starts(side)[side.length]];
    int size = 0;
    for (int[] ofBlock : side) {
      System.arraycopy(ofBlock, 0, all, size, ofBlock.length);
      size += ofBlock.length;
    }
    return all;
  }
}
