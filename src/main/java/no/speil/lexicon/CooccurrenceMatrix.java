package no.speil.lexicon;

import java.util.Arrays;

/**
 * A sparse matrix of the words that occur together in some pair of texts: rows are English words,
 * columns Norwegian ones. Also holds, for each pair of words in each pair of texts, its cell, in
 * the order of {@link #eachMeeting}.
 */
final class CooccurrenceMatrix {
  private final int[] rows;
  private final int[] columns;
  private final int[] met;

  private CooccurrenceMatrix(int[] rows, int[] columns, int meetings) {
    this.rows = rows;
    this.columns = columns;
    this.met = new int[meetings];
  }

  static CooccurrenceMatrix of(Bitext texts) {
    int[] rows = rowStarts(texts);
    int meetings = rows[rows.length - 1];
    int[] columns = new int[meetings];
    int[] next = rows.clone();
    eachMeeting(texts, (norwegian, english) -> columns[next[english]++] = norwegian);
    int size = distinct(rows, columns);
    var cooccurrenceMatrix = new CooccurrenceMatrix(rows, Arrays.copyOf(columns, size), meetings);
    cooccurrenceMatrix.find(texts);
    return cooccurrenceMatrix;
  }

  int size() {
    return columns.length;
  }

  int rows() {
    return rows.length - 1;
  }

  int start(int english) {
    return rows[english];
  }

  /** The Norwegian word of the cell. */
  int column(int cell) {
    return columns[cell];
  }

  int met(int meeting) {
    return met[meeting];
  }

  private interface Meeting {
    void of(int norwegian, int english);
  }

  /** Visits, for each pair of texts and each Norwegian word in it, all English words. */
  private static void eachMeeting(Bitext texts, Meeting meeting) {
    Bitext.SideTexts no = texts.original();
    Bitext.SideTexts en = texts.translation();
    for (int pair = 0; pair < texts.pairs(); pair++) {
      for (int i = no.start(pair); i < no.start(pair + 1); i++) {
        for (int j = en.start(pair); j < en.start(pair + 1); j++) {
          meeting.of(no.word(i), en.word(j));
        }
      }
    }
  }

  private static int[] rowStarts(Bitext texts) {
    var rows = new int[texts.translation().size() + 1];
    eachMeeting(texts, (norwegian, english) -> rows[english + 1]++);
    Arrays.parallelPrefix(rows, Integer::sum);
    return rows;
  }

  /** Removes duplicate columns from each row, closes the gaps and returns the number of cells. */
  private static int distinct(int[] rows, int[] columns) {
    int size = 0;
    int start = 0;
    for (int row = 0; row + 1 < rows.length; row++) {
      int end = rows[row + 1];
      Arrays.sort(columns, start, end);
      rows[row] = size;
      for (int i = start; i < end; i++) {
        if (i == start || columns[i] != columns[size - 1]) {
          columns[size++] = columns[i];
        }
      }
      start = end;
    }
    rows[rows.length - 1] = size;
    return size;
  }

  private void find(Bitext texts) {
    int[] meeting = {0};
    eachMeeting(
        texts,
        (norwegian, english) ->
            met[meeting[0]++] =
                Arrays.binarySearch(columns, rows[english], rows[english + 1], norwegian));
  }
}
