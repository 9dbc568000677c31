package no.speil.align.dp;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.speil.corpus.Block;
import no.speil.corpus.Side;
import no.speil.lexicon.TermTokenizer;

/** The terms of the blocks of one side, numbered from 0 in the order of the text. */
final class BlockTerms {
  private final Map<String, Integer> numbers = new HashMap<>();
  private final int[][] ofBlocks;

  BlockTerms(Side side, List<Block> blocks, TermTokenizer termTokenizer) {
    this.ofBlocks = new int[blocks.size()][];
    for (int k = 0; k < ofBlocks.length; k++) {
      ofBlocks[k] =
          termTokenizer.cut(side, blocks.get(k).text()).stream()
              .mapToInt(token -> numbers.computeIfAbsent(token.term(), t -> numbers.size()))
              .distinct()
              .toArray();
    }
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
    String[] terms = new String[numbers.size()];
    numbers.forEach((term, number) -> terms[number] = term);
    return terms;
  }

  /** The number of a term; -1 if no block has it. */
  int number(String term) {
    return numbers.getOrDefault(term, -1);
  }

  /** The terms of a run of blocks, each once. */
  int[] of(int from, int count) {
    if (count == 1) {
      return ofBlocks[from];
    }
    return Arrays.stream(ofBlocks, from, from + count)
        .flatMapToInt(Arrays::stream)
        .distinct()
        .toArray();
  }

  Postings postings() {
    return new Postings(ofBlocks, size());
  }
}
