package no.speil.align.dp;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.speil.corpus.Block;
import no.speil.corpus.Side;
import no.speil.lexicon.TermTokenizer;
import no.speil.lexicon.TermTokenizer.Token;

/** The terms of the blocks of one side, numbered from 0 in the order of the text. */
final class BlockTerms {
  private final Map<String, Integer> numbers = new HashMap<>();
  private final int[][] ofBlocks;

  BlockTerms(Side side, List<Block> blocks, TermTokenizer termTokenizer) {
    this.ofBlocks = new int[blocks.size()][];
    for (int k = 0; k < ofBlocks.length; k++) {
      List<Token> tokens = termTokenizer.cut(side, blocks.get(k).text());
      int[] all = new int[tokens.size()];
      for (int t = 0; t < all.length; t++) {
        all[t] = numbers.computeIfAbsent(tokens.get(t).term(), term -> numbers.size());
      }
      ofBlocks[k] = distinct(all);
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
    int[] all = ofBlocks[from];
    for (int k = from + 1; k < from + count; k++) {
      all = Arrays.copyOf(all, all.length + ofBlocks[k].length);
      System.arraycopy(ofBlocks[k], 0, all, all.length - ofBlocks[k].length, ofBlocks[k].length);
    }
    return distinct(all);
  }

  /** In the order in which they are first there. */
  private static int[] distinct(int[] terms) {
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

  Postings postings() {
    return new Postings(ofBlocks, size());
  }
}
