package no.speil.align.dp;

import java.util.Arrays;
import java.util.List;
import no.speil.corpus.Block;

/** The terms of blocks of one side. */
final class BlockTerms {
  private final TermNumbers numbers;
  private final int[][] ofBlocks;

  BlockTerms(TermNumbers numbers, List<Block> blocks) {
    this.numbers = numbers;
    this.ofBlocks = blocks.stream().map(numbers::of).toArray(int[][]::new);
  }

  /** How many different terms there are. */
  int size() {
    return numbers.size();
  }

  int blocks() {
    return ofBlocks.length;
  }

  /** The terms by their numbers. */
  String[] terms() {
    return numbers.terms();
  }

  /** The number of a term; -1 if no block has it. */
  int number(String term) {
    return numbers.number(term);
  }

  /** The terms of a run of blocks, each once. */
  int[] of(int from, int count) {
    if (count == 1) {
      return ofBlocks[from];
    }
    int[] all = ofBlocks[from];
    for (int k = from + 1; k < from + count; k++) {
      all = Arrays.copyOf(all, all.length + ofBlocks[k].length);
      System.arraycopy(ofBlocks[k], 0, all, all.length - ofBlocks[k].length, ofBlocks[k].length);
    }
    return TermNumbers.distinct(all);
  }

  Postings postings() {
    return new Postings(ofBlocks, size());
  }
}
