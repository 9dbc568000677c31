package no.speil.align.dp;

import java.util.Arrays;
import java.util.List;

/** The terms of blocks of one side. */
final class BlockTerms {
  private final TermNumbers numbers;
  private final int[][] ofBlocks;

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

  /** The number of a term; -1 if no block has it. */
  int number(String text) {
    return numbers.number(text);
  }

  /** The terms of a run of blocks, each once. */
  int[] of(int from, int count) {
    return count == 1
        ? ofBlocks[from]
        : Arrays.stream(ofBlocks, from, from + count)
            .flatMapToInt(Arrays::stream)
            .distinct()
            .toArray();
  }

  Postings postings() {
    return new Postings(ofBlocks, size());
  }
}
