package no.speil.align.dp;

import java.util.Arrays;

/** Collects small numbers, each once, in the order in which they come first. */
final class DistinctNumbers {
  /** For each number, the collection in which it was last. */
  private int[] seenIn = new int[1024];

  private int collection;
  private int[] numbers = new int[256];
  private int size;

  /** Begins with none. */
  void clear() {
    collection++;
    size = 0;
  }

  void addAll(int[] more) {
    for (int number : more) {
      add(number);
    }
  }

  void add(int number) {
    if (number >= seenIn.length) {
      seenIn = Arrays.copyOf(seenIn, 2 * number);
    }
    if (seenIn[number] != collection) {
      seenIn[number] = collection;
      if (size == numbers.length) {
        numbers = Arrays.copyOf(numbers, 2 * size);
      }
      numbers[size++] = number;
    }
  }

  int[] toArray() {
    return Arrays.copyOf(numbers, size);
  }
}
