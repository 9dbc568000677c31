package no.speil.align.dp;

import java.util.List;

/** The terms of blocks of one side. */
final class BlockTerms {
  private final TermNumbers numbers;
  private final int[][] ofBlocks;
  private final DistinctNumbers ofRun = new DistinctNumbers();

  BlockTerms(TermNumbers numbers, List<BlockFeatures> blocks) {
    this.numbers = numbers;
    this.ofBlocks = blocks.stream().map(each -> each.terms).toArray(int[][]::new);
  }

  /** How many different terms there are. */
  int size() {
    return numbers.size();
  }

  int blocks() {
    return ofBlocks.length;
  }

  /** The term with a number. */
  Term term(int number) {
    return numbers.term(number);
  }

  /**
   * The number of a term; -1 if no block has it.
   *
   * @param hash of the text
   */
  int number(String text, int hash) {
    return numbers.number(text, hash);
  }

  /** The terms of a run of blocks, each once. */
  int[] of(int from, int count) {
    if (count == 1) {
      return ofBlocks[from];
    }
    ofRun.clear();
    for (int k = from; k < from + count; k++) {
      ofRun.addAll(ofBlocks[k]);
    }
    return ofRun.toArray();
  }

  Postings postings() {
    return new Postings(ofBlocks, size());
  }
}
