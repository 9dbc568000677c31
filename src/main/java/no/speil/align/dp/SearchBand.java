package no.speil.align.dp;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import no.speil.align.dp.BestPath.Step;

/**
 * The part of the alignment grid that is searched: a row for each number of original blocks taken,
 * with a range of columns for the numbers of translation blocks taken. Connected from corner to
 * corner.
 */
public final class SearchBand {
  private final int[] low;
  private final int[] high;

  private SearchBand(int[] low, int[] high) {
    this.low = low;
    this.high = high;
  }

  /** The whole grid. */
  public static SearchBand whole(int originals, int translations) {
    int[] low = new int[originals + 1];
    int[] high = new int[originals + 1];
    Arrays.fill(high, translations);
    return new SearchBand(low, high);
  }

  /** A narrow band around a path. */
  static SearchBand along(List<Step> path, int halfWidth) {
    int translations = path.isEmpty() ? 0 : path.getLast().translation().to();
    int[] first = new int[path.isEmpty() ? 1 : path.getLast().original().to() + 1];
    int[] last = new int[first.length];
    for (Step step : path) {
      int row = step.original().to();
      if (step.original().size() == 2) {
        first[row - 1] = step.translation().from();
        last[row - 1] = step.translation().to();
      }
      if (!step.original().isEmpty()) {
        first[row] = step.translation().to();
      }
      last[row] = step.translation().to();
    }
    return around(first, last, translations, halfWidth);
  }

  /**
   * A band around a line that rises from row to row.
   *
   * @param first per row, the first column of the line
   * @param last per row, its last column
   * @param halfWidth in rows and in columns
   */
  public static SearchBand around(int[] first, int[] last, int translations, int halfWidth) {
    int rows = first.length;
    int[] low = new int[rows];
    int[] high = new int[rows];
    for (int i = 0; i < rows; i++) {
      // as wide up and down as to the sides
      low[i] = Math.max(0, first[Math.max(0, i - halfWidth)] - halfWidth);
      high[i] = Math.min(translations, last[Math.min(rows - 1, i + halfWidth)] + halfWidth);
    }
    low[0] = 0;
    high[rows - 1] = translations;
    return new SearchBand(low, high);
  }

  int rows() {
    return low.length;
  }

  /** The first column of a row. */
  int low(int row) {
    return low[row];
  }

  /** The last column of a row. */
  int high(int row) {
    return high[row];
  }

  int width(int row) {
    return high[row] - low[row] + 1;
  }

  public boolean holds(int row, int column) {
    return row >= 0 && column >= low[row] && column <= high[row];
  }

  /** Whether the cell is at the edge of the band, but not at the edge of the grid. */
  boolean isEdge(int row, int column, int translations) {
    return (column == low[row] && column > 0 && row > 0)
        || (column == high[row] && column < translations && row < low.length - 1);
  }

  long cells() {
    return IntStream.range(0, low.length).mapToLong(this::width).sum();
  }
}
