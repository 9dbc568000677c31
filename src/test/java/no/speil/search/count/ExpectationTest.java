package no.speil.search.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import no.speil.corpus.Side;
import no.speil.lexicon.Dictionary;
import no.speil.lexicon.GlossaryEntry;
import no.speil.lexicon.Lexicon;
import no.speil.lexicon.LexiconSources;
import no.speil.search.SearchNotice;
import no.speil.search.SearchNotice.Kind;
import no.speil.search.WordList;
import no.speil.search.WordList.Contrast;
import no.speil.search.WordList.Row;
import no.speil.search.WordList.Source;
import no.speil.search.analysis.IndexTokenizer;
import no.speil.search.count.Expectation.BothSides;
import org.junit.jupiter.api.Test;

class ExpectationTest {
  /** Every pair weighs the same. */
  private static final Lexicon LEXICON =
      Lexicon.learn(
          IndexTokenizer.ofWrittenWords(),
          new LexiconSources(
              sink -> {},
              sink -> {},
              sink -> {},
              Dictionary.EMPTY,
              List.of(
                  new GlossaryEntry("krav", "claim"),
                  new GlossaryEntry("fordring", "claim"),
                  new GlossaryEntry("hus", "house"),
                  new GlossaryEntry("berg", "mountain"))));

  private static final BothSides ALL =
      new BothSides(
          list(10_000, row("claim", 90), row("house", 100), row("fjord", 50), row("mountain", 50)),
          list(9_000, row("krav", 40), row("fordring", 20), row("hus", 100), row("berg", 24)));

  private static List<Row> rows(BothSides here, boolean less) {
    return new Expectation(LEXICON, Side.TRANSLATION).compare(here, ALL, less).rows();
  }

  @Test
  void aWordIsExpectedForThePartOfItsSourcesThatIsHere() {
    var here =
        new BothSides(
            list(1000, row("claim", 60), row("fjord", 10), row("house", 4)),
            list(900, row("krav", 10), row("fordring", 20), row("hus", 10)));
    Row claim = rows(here, false).getFirst();
    assertThat(claim)
        .extracting(Row::word, Row::count, row -> row.contrast().count())
        .isEqualTo(tuple("claim", 60L, 45L).toList());
    assertThat(claim.contrast().sources())
        .extracting(Source::word, Source::count)
        .containsExactly(tuple("fordring", 20L), tuple("krav", 10L));
    assertThat(claim.contrast().logRatio())
        .isCloseTo(Math.log(60.0 / 45) / Math.log(2), within(1e-9));
    assertThat(rows(here, true))
        .extracting(Row::word, Row::count, row -> row.contrast().count())
        .containsExactly(tuple("house", 4L, 10L));
  }

  @Test
  void aWordThatIsExpectedAndNotThereIsListedWithThoseThatAreRarer() {
    var here = new BothSides(list(1000, row("fjord", 10)), list(900, row("hus", 10)));
    assertThat(rows(here, true))
        .extracting(Row::word, Row::count, Row::documents, row -> row.contrast().count())
        .containsExactly(tuple("house", 0L, 0, 10L));
    assertThat(rows(here, false)).as("fjord has no known source").isEmpty();
  }

  @Test
  void aWordWhoseSourcesAreAllElsewhereCountsAsExpectedHalfATime() {
    var here = new BothSides(list(1000, row("house", 2)), list(900));
    Row house = rows(here, false).getFirst();
    assertThat(house.contrast().count()).isZero();
    assertThat(house.contrast().sources()).isEmpty();
    assertThat(house.contrast().logRatio()).isCloseTo(2, within(1e-9));
  }

  @Test
  void aWordOfWhichTheOtherSideExplainsLessThanHalfIsLeftOut() {
    var here = new BothSides(list(1000, row("mountain", 50)), list(900));
    assertThat(rows(here, false)).isEmpty();
  }

  @Test
  void whatIsNotCountedOfTheArchiveIsTold() {
    SearchNotice late = SearchNotice.of(Kind.TIMED_OUT, "3000");
    var all = new BothSides(ALL.words().incomplete(late), ALL.sources());
    WordList compared = new Expectation(LEXICON, Side.TRANSLATION).compare(ALL, all, false);
    assertThat(compared.exact()).isFalse();
    assertThat(compared.notices()).containsExactly(late);
    assertThat(new Expectation(LEXICON, Side.TRANSLATION).compare(all, all, false).notices())
        .containsExactly(late);
  }

  @Test
  void theWholeArchiveAndNothingAreAsExpected() {
    for (boolean less : List.of(false, true)) {
      assertThat(rows(ALL, less)).isEmpty();
      assertThat(rows(new BothSides(list(0), list(0)), less)).isEmpty();
    }
  }

  /** The test of Mendel's peas: 315, 101, 108 and 32 against 9:3:3:1, here round against not. */
  @Test
  void theLogLikelihoodIsThatOfAGoodnessOfFit() {
    double expected = 556 * .75;
    assertThat(Expectation.logLikelihood(423, expected, 556))
        .isCloseTo(
            2 * (423 * Math.log(423 / expected) + 133 * Math.log(133 / (556 - expected))),
            within(1e-9));
    assertThat(Expectation.logLikelihood(2, 12, 2)).as("more than there are words").isPositive();
    assertThat(Expectation.logLikelihood(0, 0, 0)).isZero();
  }

  private static Row row(String word, long count) {
    return new Row(word, word, List.of(word), count, 1, Contrast.NONE);
  }

  private static WordList list(long words, Row... rows) {
    return new WordList(List.of(rows), words, 1, 1, 0, List.of());
  }
}
