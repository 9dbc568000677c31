package no.speil.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import no.speil.lexicon.GlossaryMatcher.Expected;
import no.speil.search.analysis.IndexTokenizer;
import org.junit.jupiter.api.Test;

class GlossaryMatcherTest {
  private final GlossaryMatcher glossaryMatcher =
      new GlossaryMatcher(
          new IndexTokenizer(),
          Glossary.parse(
              """
              styre\tboard\tnot management
              styre\texecutive\tin companies
              fri rettshjelp\tlegal aid
              og\tand
              """,
              "glossary.tsv"));

  @Test
  void phrasesAreFoundInWhateverFormTheTextsHaveThem() {
    assertThat(glossaryMatcher.expected("Styrene ga fri rettshjelp.", "Boards gave legal aids.", 9))
        .containsExactly(
            new Expected(
                "styre", List.of("board", "executive"), "not management; in companies", true),
            new Expected("fri rettshjelp", List.of("legal aid"), "", true));
  }

  @Test
  void wordsThatAreNotAdjacentAreNotThePhrase() {
    assertThat(glossaryMatcher.expected("Fri og god rettshjelp.", "", 9)).isEmpty();
    assertThat(glossaryMatcher.expected("Fri rettshjelp.", "Legal but no aid.", 9))
        .containsExactly(new Expected("fri rettshjelp", List.of("legal aid"), "", false));
  }

  @Test
  void atMostTheRequestedNumberIsGiven() {
    assertThat(glossaryMatcher.expected("Styret ga fri rettshjelp.", "", 1)).hasSize(1);
  }
}
