package no.speil.search.count;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import no.speil.corpus.Side;
import no.speil.lexicon.Lexicon;
import no.speil.search.WordList;
import no.speil.search.WordList.Contrast;
import no.speil.search.WordList.Row;
import no.speil.search.WordList.Source;
import org.apache.commons.statistics.inference.GTest;
import org.jspecify.annotations.Nullable;

/**
 * How often the words of one side are expected in some sections because of the words of the other:
 * as often as in the whole archive, times the part of their possible sources that stands here. A
 * source counts as often as it occurs, times its weight in the lexicon; a word of which they
 * explain less than half in the whole archive is left out. Log-likelihood is that of a goodness of
 * fit, log ratio as in {@link Keyness}; what is expected less than half a time counts as half.
 */
public final class Expectation {
  /** So many sources are told of a word. */
  private static final int TOLD = 4;

  /** The least part of a word's occurrences that its sources explain. */
  private static final double EXPLAINED = .5;

  private final Lexicon lexicon;
  private final Side side;

  /**
   * @param side of the words that are expected
   */
  public Expectation(Lexicon lexicon, Side side) {
    this.lexicon = lexicon;
    this.side = side;
  }

  /**
   * The words of some sections.
   *
   * @param words of the side that is counted
   * @param sources of the other
   */
  public record BothSides(WordList words, WordList sources) {}

  /** A word that occurs, and how much of another's expectation it gives. */
  private record WeightedSource(Row row, String target, double weight) {}

  /**
   * Compares the words of one side with what is expected of them.
   *
   * @param all of the whole archive
   * @param less whether the words are listed that are rarer than expected
   */
  public WordList compare(BothSides here, BothSides all, boolean less) {
    Map<String, List<WeightedSource>> sources = sources(here.sources());
    Map<String, List<WeightedSource>> allSources = sources(all.sources());
    WordList words = here.words();
    Map<String, Row> rows = words.rows().stream().collect(toMap(Row::term, Function.identity()));
    var compared = new ArrayList<Row>();
    for (Row row : all.words().rows()) {
      List<WeightedSource> own = sources.getOrDefault(row.term(), List.of());
      double possible = sum(allSources.getOrDefault(row.term(), List.of()));
      if (possible >= EXPLAINED * row.count()) {
        double expected = row.count() * sum(own) / possible;
        @Nullable Row found = rows.get(row.term());
        compared.add(compared(row, found, expected, own, words.words()));
      }
    }
    return new WordList(
            Keyness.differing(compared.stream(), less),
            words.words(),
            words.sections(),
            words.documents(),
            words.words(),
            words.notices())
        .comparedWith(all.words());
  }

  private Map<String, List<WeightedSource>> sources(WordList list) {
    return list.rows().stream().flatMap(this::sources).collect(groupingBy(WeightedSource::target));
  }

  private Stream<WeightedSource> sources(Row row) {
    return lexicon.translations(side.other(), row.term()).stream()
        .map(each -> new WeightedSource(row, each.term(), each.weight() * row.count()));
  }

  private static double sum(List<WeightedSource> sources) {
    return sources.stream().mapToDouble(WeightedSource::weight).sum();
  }

  private static Row compared(
      Row row, @Nullable Row here, double expected, List<WeightedSource> sources, long words) {
    long count = here == null ? 0 : here.count();
    List<Source> told =
        sources.stream()
            .sorted(Comparator.comparingDouble(WeightedSource::weight).reversed())
            .limit(TOLD)
            .map(each -> new Source(each.row().word(), each.row().forms(), each.row().count()))
            .toList();
    return new Row(
        row.term(),
        row.word(),
        row.forms(),
        count,
        here == null ? 0 : here.documents(),
        new Contrast(
            Math.round(expected),
            logLikelihood(count, expected, words),
            Keyness.log2(Keyness.orAbsent((double) count) / Keyness.orAbsent(expected)),
            told));
  }

  static double logLikelihood(long count, double expected, long words) {
    if (words == 0) {
      return 0;
    }
    double[] parts = {Keyness.orAbsent(expected), Keyness.orAbsent(words - expected)};
    return Math.max(0, GTest.withDefaults().statistic(parts, new long[] {count, words - count}));
  }
}
