package no.speil.search.count;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import no.speil.search.WordList;
import no.speil.search.WordList.Contrast;
import no.speil.search.WordList.Row;
import org.apache.commons.statistics.inference.GTest;
import org.jspecify.annotations.Nullable;

/**
 * The words that are more frequent in some sections than in others: by log-likelihood (Dunning,
 * Accurate Methods for the Statistics of Surprise and Coincidence, 1993) and log ratio (Hardie,
 * 2014), for which a word that does not occur counts as half a time.
 */
public final class Keyness {
  private static final double ABSENT = .5;

  /** No log ratio is less, but by rounding. */
  private static final double NONE = 1e-9;

  private static final Comparator<Row> ORDER =
      Comparator.comparingDouble((Row row) -> row.contrast().logLikelihood())
          .reversed()
          .thenComparing(Row::word);

  private Keyness() {}

  /**
   * Compares two lists of all their words.
   *
   * @param less whether the words are listed that are rarer in the first
   */
  public static WordList of(WordList list, WordList other, boolean less) {
    Map<String, Row> others = other.rows().stream().collect(toMap(Row::term, Function.identity()));
    var all = new ArrayList<Row>();
    for (Row row : list.rows()) {
      @Nullable Row same = others.remove(row.term());
      all.add(compared(row, row.count(), list, same == null ? 0 : same.count(), other));
    }
    others.values().forEach(row -> all.add(compared(row, 0, list, row.count(), other)));
    return new WordList(
            differing(all.stream(), less),
            list.words(),
            list.sections(),
            list.documents(),
            other.words(),
            list.notices())
        .comparedWith(other);
  }

  /** Those that are more or less frequent than elsewhere, the surest difference first. */
  static List<Row> differing(Stream<Row> rows, boolean less) {
    return rows.filter(row -> (less ? -1 : 1) * row.contrast().logRatio() > NONE)
        .sorted(ORDER)
        .toList();
  }

  private static Row compared(Row row, long count, WordList list, long times, WordList other) {
    return new Row(
        row.term(),
        row.word(),
        row.forms(),
        count,
        count == 0 ? 0 : row.documents(),
        contrast(count, list.words(), times, other.words()));
  }

  /** Of so many places among so many words, compared with so many among others. */
  static Contrast contrast(long count, long words, long times, long otherWords) {
    long[][] table = {{count, words - count}, {times, otherWords - times}};
    boolean isComparable = words > 0 && otherWords > 0 && table[0][1] + table[1][1] > 0;
    return isComparable
        ? new Contrast(
            times,
            Math.max(0, GTest.withDefaults().statistic(table)),
            log2(orAbsent((double) count) * otherWords / (orAbsent((double) times) * words)),
            List.of())
        : new Contrast(times, 0, 0, List.of());
  }

  static double orAbsent(double count) {
    return Math.max(ABSENT, count);
  }

  static double log2(double number) {
    return Math.log(number) / Math.log(2);
  }
}
