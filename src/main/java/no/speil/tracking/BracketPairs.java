package no.speil.tracking;

import java.util.ArrayDeque;
import java.util.Deque;

/** Which bracket closes which, in one pass over a paragraph. */
final class BracketPairs {
  private final int[] closing;

  private BracketPairs(int[] closing) {
    this.closing = closing;
  }

  static BracketPairs of(String text) {
    int[] closing = new int[text.length()];
    java.util.Arrays.fill(closing, -1);
    var square = new ArrayDeque<Integer>();
    var round = new ArrayDeque<Integer>();
    for (int i = 0; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case '\\' -> i++;
        case '[' -> square.push(i);
        case '(' -> round.push(i);
        case ']' -> close(closing, square, i);
        case ')' -> close(closing, round, i);
        default -> {}
      }
    }
    return new BracketPairs(closing);
  }

  /** Where the bracket that opens at i is closed; -1 where it is not. */
  int closing(int i) {
    return closing[i];
  }

  private static void close(int[] closing, Deque<Integer> open, int at) {
    if (!open.isEmpty()) {
      closing[open.pop()] = at;
    }
  }
}
