package no.speil.lexicon;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A sparse matrix of the words that occur together in some pair of texts: a cell for each English
 * word with each Norwegian one.
 *
 * @param norwegian the word of each cell, as are the English ones
 * @param met by pair, the cells of its first English word with each Norwegian one, and so on
 */
@SuppressWarnings("ArrayRecordComponent") // never compared nor changed
record CooccurrenceMatrix(int[] norwegian, int[] english, List<int[]> met) {
  /** A place where an English word stands: the number of its pair, and its own in the text. */
  private record Place(int pair, int number) {}

  /** Finds the cells of one English word after the other, from all places where it stands. */
  static CooccurrenceMatrix of(Bitext texts) {
    var places = new ArrayList<List<Place>>();
    var met = new ArrayList<int[]>();
    for (int pair = 0; pair < texts.pairs(); pair++) {
      int[] words = texts.translation.text(pair).words();
      for (int j = 0; j < words.length; j++) {
        while (words[j] >= places.size()) {
          places.add(new ArrayList<>());
        }
        places.get(words[j]).add(new Place(pair, j));
      }
      met.add(new int[words.length * texts.original.text(pair).size()]);
    }
    var norwegian = IntStream.builder();
    var english = IntStream.builder();
    int size = 0;
    int[] cells = new int[texts.original.size()]; // the last one of each Norwegian word
    Arrays.fill(cells, -1);
    for (int word = 0; word < places.size(); word++) {
      int first = size;
      for (Place place : places.get(word)) {
        int[] others = texts.original.text(place.pair()).words();
        for (int i = 0; i < others.length; i++) {
          if (cells[others[i]] < first) {
            norwegian.add(others[i]);
            english.add(word);
            cells[others[i]] = size++;
          }
          met.get(place.pair())[place.number() * others.length + i] = cells[others[i]];
        }
      }
    }
    return new CooccurrenceMatrix(norwegian.build().toArray(), english.build().toArray(), met);
  }

  /** The number of cells. */
  int size() {
    return english.length;
  }
}
