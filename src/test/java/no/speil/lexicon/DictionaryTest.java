package no.speil.lexicon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.speil.corpus.Side;
import no.speil.lexicon.TermTokenizer.Token;
import no.speil.search.analysis.BuiltInDictionary;
import no.speil.search.analysis.IndexTokenizer;
import org.junit.jupiter.api.Test;

class DictionaryTest {
  private final Dictionary builtIn = BuiltInDictionary.get();

  @Test
  void bothWrittenNormsAreRead() {
    assertThat(builtIn.english("forskjell")).contains("difference");
    assertThat(builtIn.english("skilnad")).contains("difference");
    assertThat(builtIn.english("år")).containsExactly("year");
    assertThat(builtIn.lexicon().variants("forskjell"))
        .extracting(TermTranslation::form)
        .contains("skilnad");
  }

  @Test
  void everyEntryHasItsPlaceOnceAndSomethingToSay() {
    assertThat(Dictionary.builtInEntries())
        .hasSizeGreaterThan(30_000)
        .allSatisfy(
            entry ->
                assertThat(entry.senses())
                    .as("%s", entry.bokmaal())
                    .hasSizeBetween(1, 5)
                    .allMatch(sense -> !sense.english().isEmpty()));
    assertThat(
            Dictionary.builtInEntries().stream()
                .map(entry -> entry.bokmaal() + " " + entry.partOfSpeech())
                .toList())
        .doesNotHaveDuplicates();
  }

  @Test
  void itIsReadWhenAWordIsLookedUpAndNotBefore() {
    var read = new AtomicInteger();
    Dictionary dictionary =
        TestDictionary.of(
            (side, text) -> {
              read.incrementAndGet();
              return new IndexTokenizer().cut(side, text);
            },
            "hest||horse");
    Lexicon lexicon = Lexicon.of(dictionary);
    assertThat(read).hasValue(0);
    assertThat(lexicon.translations(Side.ORIGINAL, "hest"))
        .extracting(TermTranslation::form)
        .containsExactly("horse");
    int once = read.get();
    assertThat(dictionary.english("hest")).containsExactly("horse");
    assertThat(read).hasValue(once).hasPositiveValue();
  }

  @Test
  void sensesAndSpellingsAreRead() {
    assertThat(
            DictionaryEntry.parse(
                "arbeidsmarked\tarbeidsmarknad\tn\tlabour/labor market, job market; ~fair"))
        .isEqualTo(
            new DictionaryEntry(
                List.of("arbeidsmarked"),
                List.of("arbeidsmarknad"),
                "n",
                List.of(
                    new DictionaryEntry.Sense(
                        List.of("labour market", "labor market", "job market"), false),
                    new DictionaryEntry.Sense(List.of("fair"), true))));
    assertThatThrownBy(() -> DictionaryEntry.parse("hest\thorse"))
        .hasMessageContaining("hest\thorse");
  }

  @Test
  void nynorskThatIsAnotherBokmaalWordDoesNotStandForIt() {
    Dictionary small =
        TestDictionary.of(
            new IndexTokenizer(), "budskap|bod|message", "bod||shed", "uke|veke|week");
    assertThat(small.lexicon().variants("budskap")).isEmpty();
    assertThat(small.lexicon().variants("uke")).isNotEmpty();
  }

  @Test
  void twoWordsThatBothNormsHaveDoNotStandForEachOther() {
    Dictionary small =
        TestDictionary.of(
            new IndexTokenizer(),
            "forsøke|forsøke/prøve|try",
            "prøve||try",
            "bevis|prov/bevis|proof");
    assertThat(small.lexicon().variants("forsok")).isEmpty();
    assertThat(small.lexicon().variants("bevis")).as("of Nynorsk alone").isNotEmpty();
  }

  @Test
  void wordsOfAnotherWordWithTheSameTermAreToldApart() {
    assertThat(builtIn.ofOtherWords("Bønn").test("bean")).isTrue();
    assertThat(builtIn.ofOtherWords("ånd").test("duck")).isTrue();
    assertThat(builtIn.ofOtherWords("gå").test("walk")).isFalse();
    assertThat(builtIn.ofOtherWords("gå").test("proceed")).as("learned of the archive").isFalse();
    assertThat(builtIn.ofOtherWords("bønn").test("prayer")).isFalse();
    assertThat(builtIn.ofOtherWords("styret").test("board")).as("no form of the list").isFalse();
    assertThat(builtIn.ofOtherWords("mest").test("champion")).isTrue();
    assertThat(builtIn.ofOtherWords("begravet").test("funeral")).as("begravelse").isTrue();
    assertThat(builtIn.ofOtherWords("like").test("corpse")).as("a form of the adjective").isTrue();
    assertThat(builtIn.ofOtherWords("set").test("summer mountain farm")).as("of «seter»").isTrue();
    for (String form :
        List.of("lokale local", "presset press", "delt share", "vant win", "gjort make")) {
      String[] words = form.split(" ", -1);
      assertThat(builtIn.ofOtherWords(words[0]).test(words[1])).as(form).isFalse();
    }
    Dictionary two = TestDictionary.of(new IndexTokenizer(), "føre|føra|lead", "fôr||feed");
    assertThat(two.ofOtherWords("føra").test("lead")).as("Nynorsk has its own forms").isFalse();
  }

  @Test
  void aWordOfEnglishAloneIsToldFromOneOfBothLanguages() {
    for (String english : List.of("street", "minutes", "see", "work", "on", "the")) {
      assertThat(builtIn.isEnglish(english)).as(english).isTrue();
    }
    for (String both : List.of("is", "tar", "vet", "bank", "kjent", "gjorde", "land", "hit")) {
      assertThat(builtIn.isEnglish(both)).as(both).isFalse();
    }
  }

  @Test
  void wordsThatCanStandForEachOtherShareTheirSense() {
    Dictionary small = TestDictionary.of(new IndexTokenizer(), "hav||ocean, sea; crowd");
    for (String sure : List.of("ocean", "sea")) {
      assertThat(small.lexicon().translations(Side.TRANSLATION, sure))
          .as(sure)
          .allMatch(TermTranslation::sure)
          .isNotEmpty();
    }
    assertThat(small.lexicon().translations(Side.TRANSLATION, "crowd"))
        .noneMatch(TermTranslation::sure)
        .isNotEmpty();
  }

  @Test
  void aFrequentWordIsSeldomMeantInARareSense() {
    assertThat(builtIn.phrases())
        .doesNotContain(new GlossaryPhrase("ny", "new moon"))
        .contains(new GlossaryPhrase("nymåne", "new moon"));
  }

  @Test
  void translationsOfAHeadwordAreInTheOrderOfTheDictionary() {
    Dictionary small =
        TestDictionary.of(
            new IndexTokenizer(),
            "avtale||agreement, contract, deal; appointment, date; ~settlement");
    assertThat(small.english("avtale"))
        .containsExactly("agreement", "contract", "appointment", "deal", "date", "settlement");
  }

  @Test
  void pairsAreFoundOnceByEitherWordInTheOrderOfTheDictionary() {
    Dictionary small =
        TestDictionary.of(new IndexTokenizer(), "styre||board", "brett||board", "hest||horse");
    assertThat(small.pairs(Set.of("hest", "styr"), Set.of("board", "unknown")))
        .extracting(pair -> pair.norwegian().form() + " " + pair.english().form())
        .containsExactly("styre board", "brett board", "hest horse");
    assertThat(small.pairs(Set.of("brett"), Set.of("hors")))
        .extracting(pair -> pair.norwegian().form())
        .containsExactly("brett", "hest");
  }

  @Test
  void aWordWithAHyphenIsAPhraseAndNotOneOfItsParts() {
    Dictionary small = TestDictionary.of(new IndexTokenizer(), "velvære||well-being");
    assertThat(small.lexicon().translations(Side.TRANSLATION, "well")).isEmpty();
    assertThat(small.phrases()).containsExactly(new GlossaryPhrase("velvære", "well-being"));
  }

  @Test
  void everyTermOfTheArchiveThatIsNotTranslatedThereHasTheDictionarysTranslations() {
    Lexicon lexicon =
        Lexicon.learn(
            new IndexTokenizer(),
            new LexiconSources(
                sink -> sink.accept("styret", "board"),
                sink -> sink.accept("hest", 3),
                sink -> {},
                TestDictionary.of(new IndexTokenizer(), "hest||horse", "styre||board"),
                List.of()));
    assertThat(lexicon.translations(Side.ORIGINAL, "hest"))
        .extracting(TermTranslation::form)
        .containsExactly("horse");
    assertThat(lexicon.translations(Side.TRANSLATION, "hors"))
        .extracting(TermTranslation::form)
        .containsExactly("hest");
  }

  @Test
  void asCompiledItGivesTheSameAnswersAsItsFiles() {
    var tokenizer = new IndexTokenizer();
    Dictionary files = Dictionary.ofFiles(tokenizer);
    assertThat(DictionaryTest.class.getResourceAsStream(Dictionary.COMPILED))
        .as("made by the build; after a change of the dictionary's files: mvn process-classes")
        .hasBinaryContent(files.compile());
    assertThat(builtIn.phrases()).hasSizeGreaterThan(30_000).isEqualTo(files.phrases());
    assertThat(builtIn.lexicon().toBytes()).isEqualTo(files.lexicon().toBytes());
    List<DictionaryEntry> entries = Dictionary.builtInEntries();
    Set<String> terms =
        entries.stream()
            .flatMap(entry -> entry.norwegian().stream())
            .flatMap(word -> tokenizer.words(Side.ORIGINAL, word).stream())
            .map(Token::term)
            .collect(Collectors.toSet());
    assertThat(builtIn.pairs(terms, Set.of()))
        .hasSizeGreaterThan(40_000)
        .containsExactlyElementsOf(files.pairs(terms, Set.of()).toList());
    for (int i = 0; i < entries.size(); i += 10) {
      for (String written : entries.get(i).norwegian()) {
        String word = written.toLowerCase(Locale.ROOT);
        assertThat(builtIn.english(word)).isEqualTo(files.english(word));
        for (Token token : tokenizer.words(Side.ORIGINAL, word)) {
          assertThat(builtIn.usual(token)).isEqualTo(files.usual(token));
          assertThat(builtIn.isName(token)).isEqualTo(files.isName(token));
          assertThat(builtIn.lexicon().variants(token.term()))
              .isEqualTo(files.lexicon().variants(token.term()));
        }
      }
    }
  }

  @Test
  void formsOfWordsWithAeAreThoseOfTheirHeadwords() {
    Dictionary small = TestDictionary.of(new IndexTokenizer(), "næring||trade", "nær||close");
    assertThat(small.usual(new Token("naring", "nærings", 0))).containsExactly("trade");
    assertThat(small.usual(new Token("nar", "nar", 0))).as("another word").isEmpty();
  }

  @Test
  void whatWasCompiledOfOtherFilesOrInAnotherFormIsNotRead() {
    String name = Dictionary.COMPILED;
    String hash = Dictionary.builtInHash();
    assertThat(WordTable.compiled(Dictionary.class, name, "another hash")).isEmpty();
    assertThat(WordTable.compiled(Dictionary.class, "none.compiled", hash)).isEmpty();
    assertThat(WordTable.compiled(Dictionary.class, name, hash)).isPresent();
    byte[] bytes = WordTable.of(Stream.of(List.of("a", "b"))).compile(hash);
    assertThat(new String(bytes, StandardCharsets.UTF_8))
        .as("begins with the number of the form")
        .matches("[0-9]+ " + hash + "\\na\\tb\\n");
  }
}
