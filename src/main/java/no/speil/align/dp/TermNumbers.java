package no.speil.align.dp;

import java.util.Arrays;

/** Numbers the terms of one side of a document from 0, in the order of the text; a hash table. */
final class TermNumbers {
  private Term[] terms = new Term[512];

  /** The number of a term and 1; 0 where there is none. */
  private int[] slots = new int[1024];

  private int size;

  /** How many different terms have been numbered. */
  int size() {
    return size;
  }

  Term term(int number) {
    return terms[number];
  }

  /** The number of a term, which is the next one if it has none. */
  int of(Term term) {
    int slot = slot(term.text, term.hash);
    if (slots[slot] == 0) {
      if (size == terms.length) {
        grow();
        slot = slot(term.text, term.hash);
      }
      terms[size++] = term;
      slots[slot] = size;
    }
    return slots[slot] - 1;
  }

  /**
   * The number of a term; -1 if it has none.
   *
   * @param hash of the text
   */
  int number(String text, int hash) {
    return slots[slot(text, hash)] - 1;
  }

  /** Where the term is, or is to be put. */
  private int slot(String text, int hash) {
    // Fibonacci hashing (Knuth 1998, 6.4): the highest bits are the most mixed
    int slot = (hash * 0x9E3779B1) >>> (1 + Integer.numberOfLeadingZeros(slots.length));
    while (slots[slot] != 0 && !terms[slots[slot] - 1].is(text, hash)) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  private void grow() {
    terms = Arrays.copyOf(terms, 2 * size);
    slots = new int[2 * slots.length];
    for (int number = 0; number < size; number++) {
      slots[slot(terms[number].text, terms[number].hash)] = number + 1;
    }
  }
}
