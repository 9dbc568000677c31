package no.speil.lexicon;

import java.util.Arrays;
import no.speil.lexicon.Bitext.SideTexts;

/**
 * A sparse matrix of the words that occur together in some pair of texts: rows are English words,
 * columns Norwegian ones. Also holds the cell of each meeting: of each English word in the texts,
 * in their order, with each Norwegian word of the same pair.
 */
final class CooccurrenceMatrix {
  private final int[] rows;
  private final int[] columns;
  private final int[] met;

  private CooccurrenceMatrix(int[] rows, int[] columns, int[] met) {
    this.rows = rows;
    this.columns = columns;
    this.met = met;
  }

  static CooccurrenceMatrix of(Bitext texts) {
    return new Builder(texts).build();
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

  /** Makes one row after the other, from all places where its word stands. */
  private static final class Builder {
    private final SideTexts norwegian;
    private final SideTexts english;

    /** For each English word in the texts its pair, and the first of its meetings. */
    private final int[] pairs;

    private final int[] meetings;

    private final int[] met;
    private int[] columns = new int[1 << 16];
    private int size;

    /** The cell of each Norwegian word in the row; a lower number if it has none. */
    private final int[] cells;

    Builder(Bitext texts) {
      this.norwegian = texts.original();
      this.english = texts.translation();
      this.pairs = new int[english.start(texts.pairs())];
      this.meetings = new int[pairs.length + 1];
      for (int pair = 0; pair < texts.pairs(); pair++) {
        for (int at = english.start(pair); at < english.start(pair + 1); at++) {
          pairs[at] = pair;
          meetings[at + 1] = meetings[at] + norwegian.start(pair + 1) - norwegian.start(pair);
        }
      }
      this.met = new int[meetings[pairs.length]];
      this.cells = new int[norwegian.size()];
      Arrays.fill(cells, -1);
    }

    CooccurrenceMatrix build() {
      int[] starts = new int[english.size() + 1];
      for (int at = 0; at < pairs.length; at++) {
        starts[english.word(at) + 1]++;
      }
      Arrays.parallelPrefix(starts, Integer::sum);
      int[] next = starts.clone();
      int[] places = new int[pairs.length];
      for (int at = 0; at < pairs.length; at++) {
        places[next[english.word(at)]++] = at;
      }
      var rows = new int[english.size() + 1];
      for (int row = 0; row < english.size(); row++) {
        addRow(places, starts[row], starts[row + 1]);
        rows[row + 1] = size;
      }
      return new CooccurrenceMatrix(rows, Arrays.copyOf(columns, size), met);
    }

    private void addRow(int[] places, int from, int to) {
      int first = size;
      for (int i = from; i < to; i++) {
        addColumns(pairs[places[i]], first);
      }
      Arrays.sort(columns, first, size);
      for (int cell = first; cell < size; cell++) {
        cells[columns[cell]] = cell;
      }
      for (int i = from; i < to; i++) {
        int pair = pairs[places[i]];
        int meeting = meetings[places[i]];
        for (int at = norwegian.start(pair); at < norwegian.start(pair + 1); at++) {
          met[meeting++] = cells[norwegian.word(at)];
        }
      }
    }

    private void addColumns(int pair, int first) {
      for (int at = norwegian.start(pair); at < norwegian.start(pair + 1); at++) {
        int word = norwegian.word(at);
        if (cells[word] < first) {
          columns = size < columns.length ? columns : Arrays.copyOf(columns, 2 * size);
          cells[word] = size;
          columns[size++] = word;
        }
      }
    }
  }
}
