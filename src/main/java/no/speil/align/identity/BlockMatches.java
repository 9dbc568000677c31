package no.speil.align.identity;

import java.util.Arrays;

/**
 * Which recorded block's text each block of a side holds now. Of a recorded block that was split,
 * the first part is the heir and the others are later parts; a block that several were merged in is
 * heir to all and at home with the first.
 */
final class BlockMatches {
  private static final int NONE = -1;

  private final int[] home;
  private final boolean[] later;
  private final int[] heir;

  BlockMatches(int recorded, int found) {
    home = new int[found];
    later = new boolean[found];
    heir = new int[recorded];
    Arrays.fill(home, NONE);
    Arrays.fill(heir, NONE);
  }

  int recorded() {
    return heir.length;
  }

  int found() {
    return home.length;
  }

  boolean isKnown(int found) {
    return home[found] != NONE;
  }

  boolean hasHeir(int recorded) {
    return heir[recorded] != NONE;
  }

  /** The recorded block whose text the found one holds; -1 where it is new. */
  int home(int found) {
    return home[found];
  }

  /** The found block that holds the recorded one's text, or its first part; -1 where none. */
  int heir(int recorded) {
    return heir[recorded];
  }

  boolean isLaterPart(int found) {
    return later[found];
  }

  void match(int recorded, int found) {
    home[found] = recorded;
    heir[recorded] = found;
  }

  /** Found blocks, in order, that one recorded block was split into. */
  void split(int recorded, int first, int count) {
    match(recorded, first);
    for (int part = first + 1; part < first + count; part++) {
      home[part] = recorded;
      later[part] = true;
    }
  }

  /** A recorded block merged into a found one that has its home already. */
  void absorb(int recorded, int found) {
    heir[recorded] = found;
  }
}
