package no.speil.tracking;

import java.util.HashSet;
import java.util.Set;

/**
 * Finds where the marks of a paragraph are closed. What is closed nowhere is looked for once only,
 * so that no text takes long.
 */
final class ClosingMarks {
  private final String source;
  private final Set<String> neverClosed = new HashSet<>();

  ClosingMarks(String source) {
    this.source = source;
  }

  /** Where the closing mark stands that ends by {@code to}; -1 where there is none. */
  int find(String closing, int from, int to) {
    if (neverClosed.contains(closing)) {
      return -1;
    }
    int found = source.indexOf(closing, from);
    if (found < 0) {
      neverClosed.add(closing);
    }
    return found + closing.length() <= to ? found : -1;
  }

  /** Where just so many backticks stand, no more and no fewer; -1 where they do not. */
  int findTicks(String ticks, int from, int to) {
    int close = find(ticks, from, to);
    while (close >= 0) {
      int end = ticksFrom(close, to);
      if (end - close == ticks.length()) {
        return close;
      }
      close = find(ticks, end, to);
    }
    return -1;
  }

  /** Where the backticks end that begin here. */
  int ticksFrom(int start, int to) {
    int end = start;
    while (end < to && source.charAt(end) == '`') {
      end++;
    }
    return end;
  }
}
