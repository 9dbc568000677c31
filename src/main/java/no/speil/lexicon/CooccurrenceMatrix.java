package no.speil.lexicon;

import java.util.Arrays;
import no.speil.lexicon.Bitext.SideTexts;

/**
 * A sparse matrix of the words that occur together in some pair of texts: a cell for each English
 * word with each Norwegian one. Also holds the cell of each meeting: of each English word in the
 * texts, in their order, with each Norwegian word of the same pair. Cells are numbered as they are
 * first met: so those of a pair of texts, most of which have no other, stand together.
 */
final class CooccurrenceMatrix {
  private final int[] norwegian;
  private final int[] english;
  private final int[] met;

  private CooccurrenceMatrix(int[] norwegian, int[] english, int[] met) {
    this.norwegian = norwegian;
    this.english = english;
    this.met = met;
  }

  static CooccurrenceMatrix of(Bitext texts) {
    return new Builder(texts).build();
  }

  /** The number of cells. */
  int size() {
    return english.length;
  }

  int norwegian(int cell) {
    return norwegian[cell];
  }

  int english(int cell) {
    return english[cell];
  }

  int met(int meeting) {
    return met[meeting];
  }

  /** Finds the cells of one English word after the other, from all places where it stands. */
  private static final class Builder {
    private final int pairs;
    private final SideTexts norwegian;
    private final SideTexts english;

    /** For each English word in the texts its pair, and the first of its meetings. */
    private final int[] pairOf;

    private final int[] meetings;

    private final int[] met;
    private int size;

    Builder(Bitext texts) {
      this.pairs = texts.pairs();
      this.norwegian = texts.original();
      this.english = texts.translation();
      this.pairOf = new int[english.start(pairs)];
      this.meetings = new int[pairOf.length + 1];
      for (int pair = 0; pair < pairs; pair++) {
        for (int at = english.start(pair); at < english.start(pair + 1); at++) {
          pairOf[at] = pair;
          meetings[at + 1] = meetings[at] + norwegian.start(pair + 1) - norwegian.start(pair);
        }
      }
      this.met = new int[meetings[pairOf.length]];
    }

    CooccurrenceMatrix build() {
      int[] starts = new int[english.size() + 1];
      for (int at = 0; at < pairOf.length; at++) {
        starts[english.word(at) + 1]++;
      }
      Arrays.parallelPrefix(starts, Integer::sum);
      int[] next = starts.clone();
      int[] places = new int[pairOf.length];
      for (int at = 0; at < pairOf.length; at++) {
        places[next[english.word(at)]++] = at;
      }
      int[] cells = new int[norwegian.size()];
      Arrays.fill(cells, -1);
      for (int word = 0; word < english.size(); word++) {
        find(places, starts[word], starts[word + 1], cells);
      }
      return inOrder();
    }

    /**
     * @param cells the last one of each Norwegian word
     */
    private void find(int[] places, int from, int to, int[] cells) {
      int first = size;
      for (int i = from; i < to; i++) {
        int pair = pairOf[places[i]];
        int meeting = meetings[places[i]];
        for (int at = norwegian.start(pair); at < norwegian.start(pair + 1); at++) {
          int word = norwegian.word(at);
          if (cells[word] < first) {
            cells[word] = size++;
          }
          met[meeting++] = cells[word];
        }
      }
    }

    private CooccurrenceMatrix inOrder() {
      var matrix = new CooccurrenceMatrix(new int[size], new int[size], met);
      int[] numbers = new int[size];
      Arrays.fill(numbers, -1);
      int next = 0;
      int meeting = 0;
      for (int place = 0; place < pairOf.length; place++) {
        int pair = pairOf[place];
        for (int at = norwegian.start(pair); at < norwegian.start(pair + 1); at++) {
          int cell = met[meeting];
          if (numbers[cell] < 0) {
            matrix.norwegian[next] = norwegian.word(at);
            matrix.english[next] = english.word(place);
            numbers[cell] = next++;
          }
          met[meeting++] = numbers[cell];
        }
      }
      return matrix;
    }
  }
}
