package no.speil.status.grading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import no.speil.status.grading.DiffPart.Op;
import no.speil.status.grading.MyersDiff.Difference;

/**
 * A diff of two texts by words. Equal and deleted parts in sequence give exactly the older text,
 * equal and inserted ones the newer; neighbouring parts are of different kinds.
 */
public final class WordDiff {
  /** Words, runs of white space, and single other characters; signs beyond the BMP are of words. */
  private static final Pattern PIECE =
      Pattern.compile(
          "[\\p{javaLetterOrDigit}\\p{Mn}\\p{Cs}\\x{10000}-\\x{10FFFF}]+|\\p{javaWhitespace}+|.",
          Pattern.DOTALL);

  private WordDiff() {}

  /** The diff of two texts as they are, white space too. */
  public static List<DiffPart> between(String older, String newer) {
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

  private static List<String> pieces(String text) {
    return PIECE.matcher(text).results().map(MatchResult::group).toList();
  }
}
