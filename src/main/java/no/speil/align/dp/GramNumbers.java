package no.speil.align.dp;

import java.util.Arrays;

/** Numbers 4-grams from 0, in the order in which they are first asked for; a hash table. */
final class GramNumbers {
  private long[] grams = new long[4096];
  private int[] numbers = new int[4096];
  private int size;

  GramNumbers() {
    Arrays.fill(numbers, -1);
  }

  int size() {
    return size;
  }

  int of(long gram) {
    int slot = slot(gram);
    if (numbers[slot] < 0) {
      if (2 * size >= numbers.length) {
        grow();
        slot = slot(gram);
      }
      grams[slot] = gram;
      numbers[slot] = size++;
    }
    return numbers[slot];
  }

  /** Where the gram is, or is to be put. */
  private int slot(long gram) {
    // Fibonacci hashing (Knuth 1998, 6.4): the highest bits are the most mixed
    long hash = gram * 0x9E3779B97F4A7C15L;
    int slot = (int) (hash >>> (1 + Long.numberOfLeadingZeros(numbers.length)));
    while (numbers[slot] >= 0 && grams[slot] != gram) {
      slot = (slot + 1) & (numbers.length - 1);
    }
    return slot;
  }

  private void grow() {
    long[] oldGrams = grams;
    int[] oldNumbers = numbers;
    grams = new long[2 * oldGrams.length];
    numbers = new int[2 * oldGrams.length];
    Arrays.fill(numbers, -1);
    for (int k = 0; k < oldGrams.length; k++) {
      if (oldNumbers[k] >= 0) {
        int slot = slot(oldGrams[k]);
        grams[slot] = oldGrams[k];
        numbers[slot] = oldNumbers[k];
      }
    }
  }
}
