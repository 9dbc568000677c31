package no.speil.search.count;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
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
    List<Row> rows =
        all.stream()
            .filter(row -> Math.signum(row.contrast().logRatio()) == (less ? -1 : 1))
            .sorted(ORDER)
            .toList();
    var keywords =
        new WordList(
            rows, list.words(), list.sections(), list.documents(), other.words(), list.notices());
    return other.notices().stream().reduce(keywords, WordList::incomplete, (one, two) -> two);
  }

  private static Row compared(Row row, long count, WordList list, long times, WordList other) {
    long[] words = {count, list.words() - count};
    long[] otherWords = {times, other.words() - times};
    boolean isComparable = list.words() > 0 && other.words() > 0 && words[1] + otherWords[1] > 0;
    double logLikelihood =
        isComparable ? GTest.withDefaults().statistic(new long[][] {words, otherWords}) : 0;
    double logRatio =
        isComparable ? log2(count) - log2(list.words()) - log2(times) + log2(other.words()) : 0;
    return new Row(
        row.term(),
        row.word(),
        row.forms(),
        count,
        count == 0 ? 0 : row.documents(),
        new Contrast(times, Math.max(0, logLikelihood), logRatio));
  }

  private static double log2(long count) {
    return Math.log(count == 0 ? ABSENT : count) / Math.log(2);
  }
}
