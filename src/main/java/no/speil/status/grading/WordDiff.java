package no.speil.status.grading;

import java.util.ArrayList;
import java.util.List;
import no.speil.status.grading.DiffPart.Op;
import no.speil.status.grading.MyersDiff.Difference;

/**
 * A diff of two texts by words. Equal and deleted parts in sequence give exactly the older text,
 * equal and inserted ones the newer; neighbouring parts are of different kinds.
 */
final class WordDiff {
  private WordDiff() {}

  static List<DiffPart> between(String older, String newer) {
    List<String> before = pieces(older);
    List<String> after = pieces(newer);
    var parts = new ArrayList<DiffPart>();
    int done = 0;
    for (Difference difference : MyersDiff.between(before, after)) {
      add(parts, Op.EQUAL, before.subList(done, difference.olderFrom()));
      add(parts, Op.DELETE, before.subList(difference.olderFrom(), difference.olderTo()));
      add(parts, Op.INSERT, after.subList(difference.newerFrom(), difference.newerTo()));
      done = difference.olderTo();
    }
    add(parts, Op.EQUAL, before.subList(done, before.size()));
    return List.copyOf(parts);
  }

  private static void add(List<DiffPart> parts, Op op, List<String> pieces) {
    if (!pieces.isEmpty()) {
      parts.add(new DiffPart(op, String.join("", pieces)));
    }
  }

  /** Splits a text into words, runs of white space, and single other characters. */
  private static List<String> pieces(String text) {
    var pieces = new ArrayList<String>();
    int from = 0;
    for (int i = 1; i <= text.length(); i++) {
      if (i == text.length() || breaksBefore(text, i)) {
        pieces.add(text.substring(from, i));
        from = i;
      }
    }
    return pieces;
  }

  private static boolean breaksBefore(String text, int i) {
    char left = text.charAt(i - 1);
    char right = text.charAt(i);
    if (Character.isLowSurrogate(right) && Character.isHighSurrogate(left)) {
      return false;
    }
    boolean bothWord = isWord(left) && isWord(right);
    boolean bothSpace = Character.isWhitespace(left) && Character.isWhitespace(right);
    return !bothWord && !bothSpace;
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c)
        || Character.isSurrogate(c)
        || Character.getType(c) == Character.NON_SPACING_MARK;
  }
}
