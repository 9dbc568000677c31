package no.speil.status.grading;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The differences of two lists, in order and never adjacent: the shortest edit script (Myers 1986,
 * linear space). If the part between the common beginning and end is very long, all of it is one
 * difference.
 */
final class MyersDiff {
  private static final int LONGEST_COMPARED = 6_000;

  private MyersDiff() {}

  /** A range of the older list and the range of the newer in its place; half-open. */
  record Difference(int olderFrom, int olderTo, int newerFrom, int newerTo) {}

  static <T> List<Difference> between(List<T> older, List<T> newer) {
    int prefix = commonPrefix(older, newer);
    int suffix =
        commonPrefix(
            older.subList(prefix, older.size()).reversed(),
            newer.subList(prefix, newer.size()).reversed());
    int olderEnd = older.size() - suffix;
    int newerEnd = newer.size() - suffix;
    if (prefix == olderEnd && prefix == newerEnd) {
      return List.of();
    }
    if (olderEnd + newerEnd - 2 * prefix > LONGEST_COMPARED) {
      return List.of(new Difference(prefix, olderEnd, prefix, newerEnd));
    }
    return compared(older.subList(prefix, olderEnd), newer.subList(prefix, newerEnd), prefix);
  }

  private static <T> List<Difference> compared(List<T> older, List<T> newer, int offset) {
    var found = new ArrayList<Difference>();
    var algorithm = new MyersDiffWithLinearSpace<T>();
    for (AbstractDelta<T> delta : DiffUtils.diff(older, newer, algorithm).getDeltas()) {
      int from = delta.getSource().getPosition() + offset;
      int start = delta.getTarget().getPosition() + offset;
      int to = from + delta.getSource().size();
      int end = start + delta.getTarget().size();
      Difference last = found.isEmpty() ? null : found.getLast();
      if (last != null && last.olderTo() == from && last.newerTo() == start) {
        found.removeLast();
        found.add(new Difference(last.olderFrom(), to, last.newerFrom(), end));
      } else {
        found.add(new Difference(from, to, start, end));
      }
    }
    return found;
  }

  private static <T> int commonPrefix(List<T> older, List<T> newer) {
    int different = Arrays.mismatch(older.toArray(), newer.toArray());
    return different < 0 ? older.size() : different;
  }
}
