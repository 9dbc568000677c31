package no.speil.lexicon;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * A sparse matrix of the words that occur together in some pair of texts: a cell for each English
 * word with each Norwegian one.
 *
 * @param words of each cell, in ascending order: the English one and, in the lower half, the other
 * @param met by pair, the cells of its first English word with each Norwegian one, and so on
 */
@SuppressWarnings("ArrayRecordComponent") // never compared nor changed
record CooccurrenceMatrix(long[] words, List<int[]> met) {

  static CooccurrenceMatrix of(Bitext texts) {
    long[] cells =
        IntStream.range(0, texts.pairs())
            .mapToObj(pair -> words(texts, pair))
            .flatMapToLong(met -> met)
            .sorted()
            .distinct()
            .toArray();
    List<int[]> met =
        IntStream.range(0, texts.pairs())
            .mapToObj(pair -> words(texts, pair))
            .map(each -> each.mapToInt(words -> Arrays.binarySearch(cells, words)).toArray())
            .toList();
    return new CooccurrenceMatrix(cells, met);
  }

  private static LongStream words(Bitext texts, int pair) {
    int[] norwegian = texts.original.texts.get(pair).words();
    return Arrays.stream(texts.translation.texts.get(pair).words())
        .asLongStream()
        .flatMap(english -> Arrays.stream(norwegian).mapToLong(no -> english << Integer.SIZE | no));
  }

  /** The number of cells. */
  int size() {
    return words.length;
  }

  int norwegian(int cell) {
    return (int) words[cell];
  }

  int english(int cell) {
    return (int) (words[cell] >>> Integer.SIZE);
  }
}
