package no.speil.search.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.speil.corpus.Access;
import no.speil.corpus.Language;
import no.speil.lexicon.Lexicon;
import no.speil.lexicon.LexiconSources;
import no.speil.lexicon.TestDictionary;
import no.speil.search.Completion;
import no.speil.search.Completion.Kind;
import no.speil.search.DocumentTitles;
import no.speil.search.ExpansionOptions;
import no.speil.search.IndexedDocument;
import no.speil.search.SearchRequest;
import no.speil.search.SearchRequest.Group;
import no.speil.search.SearchRequest.Sort;
import no.speil.search.SearchResult;
import no.speil.search.index.TestIndex;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is offered before, beside and after a search. */
class SearchAssistTest {
  @TempDir Path folder;
  @AutoClose private TestIndex testIndex;

  @BeforeEach
  void fill() {
    testIndex = new TestIndex(folder);
    testIndex.put(
        titled("språk", "Språk og språkvern", "Language and its care"),
        "Språk og språkvern|Language and its care",
        "#Språkrådet svarer|The council answers",
        "Språket er språkets egen sak, og menneskerettigheter er alles.|Language is for all.",
        "Menneskerettigheter for alle språk|Human rights for every language",
        "Menneskerettighetene gjelder på alle språk|Rights hold in every language",
        "Ærlig talt om rettigheter og referendum",
        "Talt|The word referendum stands here");
    testIndex.put(
        titled("brev", "Et brev om språket", "A letter"),
        "Et brev om språket|A letter",
        "#Språkrådet svarer|The council answers",
        "Vi skriver om været|We write of the weather");
  }

  private static IndexedDocument titled(String id, String original, String translation) {
    IndexedDocument head = TestIndex.head(id);
    return new IndexedDocument(
        head.id(),
        new DocumentTitles(original, translation),
        head.language(),
        head.publication(),
        head.classification(),
        Access.EVERYBODY,
        head.summary());
  }

  // did you mean

  @Test
  void correctionsAreInTheWrittenForm() {
    assertThat(meant("menneskeretigheter")).isEqualTo("menneskerettigheter");
    assertThat(meant("spraak")).isNull();
    assertThat(meant("Sporåk")).isEqualTo("språk");
    assertThat(meant("langauge")).isEqualTo("language");
  }

  @Test
  void onlyMisspeltWordsAreReplaced() {
    assertThat(meant("  (langauge OR  =Xyz), +\"every language\" -vær"))
        .isEqualTo("  (language OR  =Xyz), +\"every language\" -vær");
    assertThat(meant("no:mennesker*  en:langauge!")).isEqualTo("no:mennesker*  en:language!");
  }

  @Test
  void excludedExactAndFieldWordsAreNotCorrected() {
    assertThat(meant("-langauge weathr")).isEqualTo("-langauge weather");
    assertThat(meant("=langauge")).isNull();
    assertThat(meant("\"langauge\"")).isNull();
    assertThat(meant("title:langauge")).isNull();
  }

  @Test
  void correctionsFindMore() {
    assertThat(meant("en:sporåk")).isNull();
    assertThat(testIndex.search("langauge", Map.of("kind", List.of("statement"))).didYouMean())
        .isNull();
  }

  @Test
  void queriesThatFindEnoughAreNotCorrected() {
    assertThat(testIndex.search("language OR langauge").total()).isGreaterThan(2);
    assertThat(meant("language OR langauge")).isNull();
  }

  @Test
  void longQueriesAreNotCorrected() {
    assertThat(meant("langauge" + " every".repeat(7))).isEqualTo("language" + " every".repeat(7));
    assertThat(meant("langauge" + " every".repeat(8))).isNull();
  }

  @Test
  void searchesForDocumentsAreCorrectedToo() {
    SearchRequest request =
        new SearchRequest(
            "langauge", 1, 20, Sort.RELEVANCE, Group.DOCUMENT, Map.of(), ExpansionOptions.ALL);
    assertThat(testIndex.search(request).didYouMean()).isEqualTo("language");
  }

  @Test
  void wordThatIsMisspeltElsewhereTooIsCorrectedWhereItFindsNothing() {
    testIndex.put("c", "Tittel", "Sikerhetskopi");
    testIndex.put("d", "Tittel", "En sikkerhetskopi", "Sikkerhetskopi igjen");
    assertThat(meant("sikerhetskopi")).isNull();
    assertThat(meant("sikerhetskopi doc:d")).isEqualTo("sikkerhetskopi doc:d");
    assertThat(testIndex.search("sikerhetskopi doc:d").hits())
        .hasSize(2)
        .allMatch(hit -> hit.rank().isGuess());
  }

  @Test
  void onlyWhatFindsNothingIsASlipOfWhatFindsSomething() {
    testIndex.put("d", "Tittel", "Sikkerhetskopi", "Vann og vern", "Politikken for vannet");
    assertThat(testIndex.search("sikerhetskopi").isSlip()).isTrue();
    SearchResult nowhere = testIndex.search("vannpoltikken");
    assertThat(nowhere.didYouMean()).isEqualTo("vannpolitikken");
    assertThat(nowhere.isSlip()).as("the other is guessed only, too").isFalse();
    testIndex.put("e", "Tittel", "sikerhetskopi");
    for (int i = 0; i < 11; i++) {
      testIndex.put("f" + i, "Tittel", "sikkerhetskopi");
    }
    SearchResult found = testIndex.search("sikerhetskopi");
    assertThat(found.didYouMean()).isEqualTo("sikkerhetskopi");
    assertThat(found.isSlip()).as("it is found itself").isFalse();
  }

  @Test
  void compoundsAreCorrectedWholeOrByTheirParts() {
    testIndex.put("c", "Tittel", "Klimapolitikk i kommunene", "En kommunes klima", "Tom politikk");
    assertThat(meant("klimapoltikk")).isEqualTo("klimapolitikk");
    assertThat(meant("klimapoltikken")).isEqualTo("klimapolitikken");
    testIndex.put(
        "d", "Tittel", "Vann og vern", "Politikken for vannet", "Verneverdier", "Ærlighet om vann");
    assertThat(meant("vannpoltikken")).isEqualTo("vannpolitikken");
    assertThat(meant("politkkvannet")).isEqualTo("politikkvannet");
    assertThat(meant("Språkpoltikken og vannet")).isEqualTo("språkpolitikken og vannet");
    assertThat(meant("vannaerlighett")).isEqualTo("vannærlighet");
  }

  @Test
  void compoundsOfKnownWordsAreNotCorrected() {
    testIndex.put("c", "Tittel", "Klima og politikk", "Vannets politikk");
    assertThat(meant("klimavannets")).isNull();
    assertThat(meant("klimapolitisk")).isEqualTo("klimapolitikk");
    testIndex.index.use(
        Lexicon.learn(
            testIndex.index.tokenizer(),
            new LexiconSources(
                sink -> {},
                sink -> {},
                sink -> {},
                TestDictionary.of(testIndex.index.tokenizer(), "politisk||political"),
                List.of())),
        "");
    assertThat(meant("klimapolitisk")).isNull();
    assertThat(meant("klimaxxxxxx")).isNull();
    assertThat(meant("klima2poltikk")).isNull();
  }

  private @Nullable String meant(String query) {
    return testIndex.search(query).didYouMean();
  }

  // suggestions while typing

  @Test
  void wordsThenTitlesThenHeadingsComplete() {
    assertThat(testIndex.complete("sprak"))
        .containsExactly(
            word("språket"),
            word("språkrådet"),
            new Completion(
                Kind.TITLE, "Språk og språkvern", Language.BOKMAAL, TestIndex.id("språk", 0)),
            new Completion(
                Kind.TITLE, "Et brev om språket", Language.BOKMAAL, TestIndex.id("brev", 0)),
            new Completion(
                Kind.HEADING, "Språkrådet svarer", Language.BOKMAAL, TestIndex.id("språk", 1)));
  }

  @Test
  void aWordCompletesHoweverManyBeginAsItDoes() {
    String many =
        IntStream.range(0, 21_000)
            .mapToObj(i -> "fora" + Integer.toString(100_000 + i, 26))
            .collect(Collectors.joining(" "));
    testIndex.put("mange", "Mange ord", many, "Forvaltning en gang", "Forvaltning igjen");

    assertThat(testIndex.complete("fo")).contains(word("forvaltning"));
  }

  @Test
  void bothLanguagesComplete() {
    assertThat(testIndex.complete("the cou"))
        .contains(
            new Completion(
                Kind.HEADING, "The council answers", Language.ENGLISH, TestIndex.id("språk", 1)));
    assertThat(testIndex.complete("lang")).contains(word("language"));
  }

  @Test
  void theLastWordIsCompletedAndTheRestStays() {
    assertThat(testIndex.complete("no:klima -\"menneskere"))
        .containsExactly(word("no:klima -\"menneskerettigheter"));
  }

  @Test
  void oneFormOfAWordIsEnough() {
    assertThat(testIndex.complete("menneskerettig")).containsExactly(word("menneskerettigheter"));
  }

  @Test
  void exactPrefixesComeFirst() {
    testIndex.put(
        "o", "Tittel", "øverst øverst", "øverst her", "Øverst", "overalt|overall", "overalt");
    assertThat(testIndex.complete("over"))
        .extracting(Completion::text)
        .containsExactly("overalt", "øverst");
    assertThat(testIndex.complete("øver"))
        .extracting(Completion::text)
        .containsExactly("øverst", "overalt");
  }

  @Test
  void nothingIsCompletedThatIsTooShortOrTooLong() {
    assertThat(testIndex.complete("s")).isEmpty();
    assertThat(testIndex.complete("")).isEmpty();
    assertThat(testIndex.complete("språk ".repeat(100))).isEmpty();
    assertThat(testIndex.complete("språk ")).extracting(Completion::kind).contains(Kind.TITLE);
  }

  @Test
  void newTextsAreCompletedAtOnce() {
    testIndex.put(titled("ny", "Zoologi", "Zoology"), "Zoologi|Zoology");
    assertThat(testIndex.complete("zoo")).extracting(Completion::text).contains("Zoologi");
    testIndex.index.remove(TestIndex.head("ny").id());
    testIndex.index.refresh();
    assertThat(testIndex.complete("zoo")).isEmpty();
  }

  @Test
  void manyWordsWithOnePrefixHideNoOthers() {
    String many =
        IntStream.range(0, 20_000)
            .mapToObj(i -> "frab" + Integer.toString(i, 36))
            .reduce(new StringBuilder(), (all, each) -> all.append(each).append(' '), (a, b) -> a)
            .toString();
    testIndex.put("mange", "Tittel", many, "frihet", "frihet");
    assertThat(testIndex.complete("fr")).containsExactly(word("frihet"));
  }

  private static Completion word(String text) {
    return new Completion(Kind.WORD, text, Language.UNDETERMINED, null);
  }
}
