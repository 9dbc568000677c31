package no.speil.align.dp;

import java.util.List;

/**
 * Blocks of the original and blocks of the translation that belong together; one span may be empty.
 *
 * @param confidence 0 to 1: the probability of this pairing, compared with the other possible ones
 */
public record Pairing(Span original, Span translation, double confidence) {

  /** Whether both sides have blocks. */
  public boolean isLink() {
    return !original.isEmpty() && !translation.isEmpty();
  }

  /** A part of a list, from inclusive to exclusive. */
  public record Span(int from, int to) {

    public Span {
      if (from < 0 || to < from) {
        throw new IllegalArgumentException("no span: " + from + ".." + to);
      }
    }

    public boolean isEmpty() {
      return from == to;
    }

    public int size() {
      return to - from;
    }

    /** The part of the list. */
    public <T> List<T> of(List<T> list) {
      return list.subList(from, to);
    }
  }
}
