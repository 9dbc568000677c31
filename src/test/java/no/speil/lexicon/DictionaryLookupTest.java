package no.speil.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import no.speil.corpus.Side;
import no.speil.lexicon.DictionaryLookup.Headword;
import no.speil.lexicon.TermTokenizer.Token;
import no.speil.search.analysis.BuiltInDictionary;
import no.speil.search.analysis.IndexTokenizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DictionaryLookupTest {
  private final IndexTokenizer tokenizer = new IndexTokenizer();
  private final DictionaryLookup lookup = new DictionaryLookup(BuiltInDictionary.get(), tokenizer);

  @Test
  void sensesAreToldApartAndThePartOfSpeechIsTold() {
    assertThat(norwegian("krav"))
        .containsExactly(
            new Headword("krav", "n", List.of(List.of("requirement", "demand"), List.of("claim"))));
    assertThat(norwegian("fører"))
        .extracting(Headword::partOfSpeech)
        .containsExactly("n", "n", "v");
  }

  @ParameterizedTest
  @CsvSource({
    "bevaringen, bevaring",
    "bibliotekets, bibliotek",
    "fedrene, far",
    "utdaterte, utdatert",
    "tryggleikskopien, sikkerhetskopi",
    "fulgte, følge",
    "kommentarer, kommentar",
    "Språket, språk",
    "bnp, BNP",
    "ÅRETS, år"
  })
  void aFormIsLookedUpByItsHeadword(String form, String headword) {
    assertThat(norwegian(form)).extracting(Headword::word).containsOnly(headword);
    assertThat(norwegian(Normalizer.normalize(form, Normalizer.Form.NFD)))
        .isEqualTo(norwegian(form));
  }

  @Test
  void aCompoundThatItLacksIsLookedUpByItsParts() {
    List<Token> cut =
        List.of(
            new Token("bevaringsbibliotek", "bevaringsbiblioteket", 0),
            new Token(term("bevaring"), "", 0),
            new Token(term("bibliotek"), "", 0));
    assertThat(lookup.norwegian(cut))
        .extracting(Headword::word)
        .containsExactly("bevaring", "bibliotek");
  }

  @Test
  void anEnglishWordHasTheNorwegianOnesByPartOfSpeech() {
    List<Headword> demand = english("demand");
    assertThat(demand).extracting(Headword::word).containsOnly("demand");
    assertThat(demand.getFirst().partOfSpeech()).isEqualTo("n");
    assertThat(demand.getFirst().senses().getFirst()).contains("krav", "etterspørsel");
    assertThat(demand.get(1).senses().getFirst()).contains("kreve");
    assertThat(english("children").getFirst().senses().getFirst()).startsWith("barn");
    assertThat(english("Happy").getFirst().senses().getFirst()).startsWith("glad");
  }

  @Test
  void wordsThatAreNoneHaveNothing() {
    assertThat(norwegian("xyzzyfrubb")).isEmpty();
    assertThat(english("xyzzyfrubb")).isEmpty();
    assertThat(lookup.norwegian(List.of(new Token("", "", 0)))).isEmpty();
    assertThat(lookup.english(new Token("", "<b>", 0))).isEmpty();
    assertThat(lookup.english(new Token("", "", 0))).isEmpty();
    String long10000 = "x".repeat(10_000);
    assertThat(lookup.norwegian(List.of(new Token(long10000, long10000, 0)))).isEmpty();
    assertThat(lookup.english(new Token(long10000, long10000, 0))).isEmpty();
  }

  private String term(String word) {
    return tokenizer.words(Side.ORIGINAL, word).getFirst().term();
  }

  private List<Headword> norwegian(String word) {
    return lookup.norwegian(tokenizer.cut(Side.ORIGINAL, word));
  }

  private List<Headword> english(String word) {
    return lookup.english(
        new Token(
            tokenizer.words(Side.TRANSLATION, word).getFirst().term(),
            word.toLowerCase(Locale.ROOT),
            0));
  }
}
