package no.speil.markdown;

import java.util.List;
import no.speil.corpus.Block;
import no.speil.corpus.BlockKind;

/**
 * The place in a cut where something is to be changed: the pieces from {@code first} up to but
 * without {@code last}.
 */
record Gap(Cut cut, int first, int last) {

  /** Where a run of blocks stands. */
  static Gap of(Cut cut, List<Block> run) {
    if (run.isEmpty()) {
      throw new IllegalArgumentException("no blocks");
    }
    List<Piece> pieces = cut.pieces();
    int first = 0;
    while (first < pieces.size() && pieces.get(first).start() != run.getFirst().source().start()) {
      first++;
    }
    for (int i = 0; i < run.size(); i++) {
      if (first + i >= pieces.size()
          || !cut.markdown(pieces.get(first + i)).equals(run.get(i).markdown())) {
        throw new IllegalArgumentException("no such block in the source: " + run.get(i).source());
      }
    }
    return new Gap(cut, first, first + run.size());
  }

  /** Whether no empty line parts these items from each other and from the next or the last. */
  boolean isTight(List<Piece> items) {
    int next = cut.pieces().indexOf(items.getLast()) + 1;
    int from = cut.pieces().indexOf(items.getFirst());
    for (int i = Math.max(1, from); i <= Math.min(next, cut.pieces().size() - 1); i++) {
      Piece one = cut.pieces().get(i - 1);
      Piece other = cut.pieces().get(i);
      boolean siblings =
          one.node() != null
              && other.node() != null
              && other.kind() == BlockKind.ITEM
              && one.node().equals(other.node().getPrevious());
      if (siblings && Lines.count(cut.source(), one.end(), other.start()) > 1) {
        return false;
      }
    }
    return true;
  }

  /** Whether a changed text has the same front matter and the same blocks around this place. */
  boolean isKept(String changed) {
    Cut other = Cut.of(changed);
    int behind = cut.pieces().size() - last;
    int shift = other.pieces().size() - cut.pieces().size();
    if (other.plain() != cut.plain()
        || other.pieces().size() < first + behind
        || !head(other).equals(head(cut))) {
      return false;
    }
    for (int i = 0; i < first; i++) {
      if (!isSame(i, other, i)) {
        return false;
      }
    }
    for (int i = last; i < cut.pieces().size(); i++) {
      if (!isSame(i, other, i + shift)) {
        return false;
      }
    }
    return keepsLists(other, shift);
  }

  private static String head(Cut cut) {
    return cut.source().substring(0, cut.body()).strip();
  }

  private boolean isSame(int index, Cut other, int otherIndex) {
    Piece mine = cut.pieces().get(index);
    Piece theirs = other.pieces().get(otherIndex);
    return mine.kind() == theirs.kind()
        && mine.level() == theirs.level()
        && cut.markdown(mine).equals(other.markdown(theirs));
  }

  /** Two lists around something that was no item must not become one. */
  private boolean keepsLists(Cut other, int shift) {
    if (last >= cut.pieces().size()
        || hasItem(cut, first, last)
        || hasItem(other, first, last + shift)) {
      return true;
    }
    return Cut.opensList(cut.pieces().get(last)) == Cut.opensList(other.pieces().get(last + shift));
  }

  private static boolean hasItem(Cut cut, int from, int to) {
    return cut.pieces().subList(from, to).stream()
        .anyMatch(piece -> piece.kind() == BlockKind.ITEM);
  }
}
