package no.speil.align.dp;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.speil.corpus.Block;
import no.speil.corpus.Side;
import no.speil.lexicon.TermTokenizer;

/**
 * Numbers the terms of one side of a document from 0, in the order of the text. Reads each block
 * once.
 */
final class TermNumbers {
  private final Side side;
  private final TermTokenizer termTokenizer;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<Block, int[]> ofBlocks = new HashMap<>();

  TermNumbers(Side side, TermTokenizer termTokenizer) {
    this.side = side;
    this.termTokenizer = termTokenizer;
  }

  /** The terms of a block, each once. */
  int[] of(Block block) {
    return ofBlocks.computeIfAbsent(block, this::read);
  }

  /** How many different terms have been read. */
  int size() {
    return numbers.size();
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

  private int[] read(Block block) {
    List<String> terms = termTokenizer.terms(side, block.text());
    int[] all = new int[terms.size()];
    for (int k = 0; k < all.length; k++) {
      all[k] = numbers.computeIfAbsent(terms.get(k), term -> numbers.size());
    }
    return distinct(all);
  }

  /** In the order in which they are first there. */
  static int[] distinct(int[] terms) {
    var seen = new BitSet();
    int[] distinct = new int[terms.length];
    int size = 0;
    for (int term : terms) {
      if (!seen.get(term)) {
        seen.set(term);
        distinct[size++] = term;
      }
    }
    return Arrays.copyOf(distinct, size);
  }
}
