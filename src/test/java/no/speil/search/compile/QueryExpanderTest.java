package no.speil.search.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.speil.lexicon.GlossaryEntry;
import no.speil.lexicon.Lexicon;
import no.speil.lexicon.TestDictionary;
import no.speil.search.ExpansionOptions;
import no.speil.search.ExpansionOptions.Off;
import no.speil.search.Hit;
import no.speil.search.MatchKind;
import no.speil.search.SearchNotice;
import no.speil.search.SearchNotice.Kind;
import no.speil.search.SearchRequest;
import no.speil.search.SearchRequest.Group;
import no.speil.search.SearchRequest.Sort;
import no.speil.search.SearchResult;
import no.speil.search.WordExpansion;
import no.speil.search.analysis.BuiltInDictionary;
import no.speil.search.index.TestIndex;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueryExpanderTest {
  @TempDir Path folder;
  @AutoClose private TestIndex testIndex;

  @BeforeEach
  void open() {
    testIndex = new TestIndex(folder);
    testIndex.put("a", "Tittel", "Valget var fritt", "Frihet i kirken", "Krigen er slutt");
    testIndex.put("b", "Tittel", "Noe annet|The election was free", "Ingenting|Church and war");
    know(
        List.of(
            new GlossaryEntry("valg", "election"),
            new GlossaryEntry("frihet", "freedom"),
            new GlossaryEntry("kirke", "church"),
            new GlossaryEntry("krig", "war")),
        List.of());
  }

  private void know(List<GlossaryEntry> starter, List<GlossaryEntry> glossary) {
    testIndex.know(starter, glossary);
  }

  @Test
  void englishFindsUntranslatedSections() {
    assertThat(testIndex.found("election")).containsExactlyInAnyOrder("a:1", "b:1");
    assertThat(testIndex.found("churches freedom")).containsExactly("a:2");
    assertThat(testIndex.search("election").total()).isEqualTo(2);
  }

  @Test
  void norwegianFindsTheEnglishText() {
    assertThat(testIndex.found("valgene")).containsExactlyInAnyOrder("a:1", "b:1");
  }

  @Test
  void aTranslatedWordIsNotStemmedInTheOtherLanguage() {
    testIndex.put("c", "Tittel", "Planene er lagt", "Et fly landet", "Ingenting|Planes are late");
    know(List.of(new GlossaryEntry("fly", "plane"), new GlossaryEntry("plan", "plan")), List.of());
    assertThat(testIndex.found("planes")).containsExactlyInAnyOrder("c:2", "c:3");
    assertThat(testIndex.found("plan")).contains("c:1");
  }

  @Test
  void aTranslatedWordIsNotTranslatedFromTheOtherLanguage() {
    testIndex.put("c", "Tittel", "Planene er lagt", "Et fly landet", "Noe|On every level");
    know(List.of(new GlossaryEntry("fly", "plane"), new GlossaryEntry("plan", "level")), List.of());
    assertThat(testIndex.search("planes").expansions())
        .flatExtracting(WordExpansion::translations)
        .extracting(WordExpansion.Translation::word)
        .containsExactly("fly");
    assertThat(testIndex.found("planes")).containsExactly("c:2");
    assertThat(testIndex.found("plan")).contains("c:1", "c:3");
  }

  @Test
  void aTranslationThatIsAlsoAPartOfAPhraseIsSure() {
    testIndex.put("c", "Tittel", "Noe|A new board", "Noe|The moon");
    know(List.of(new GlossaryEntry("ny", "new")), List.of());
    assertThat(testIndex.found("nye")).containsExactly("c:1");
  }

  @Test
  void aFunctionWordOfEitherLanguageIsFoundAsItIsTyped() {
    testIndex.put("c", "Tittel", "Under krigen|In the war", "Nede|Under the floor");
    know(
        List.of(new GlossaryEntry("under", "wonder"), new GlossaryEntry("nede", "under")),
        List.of());
    assertThat(testIndex.found("under")).containsExactlyInAnyOrder("c:1", "c:2");
    assertThat(testIndex.search("under").expansions()).isEmpty();
    assertThat(testIndex.found("under krigen")).contains("c:1");
    assertThat(testIndex.found("\"under krigen\"")).containsExactly("c:1");
    testIndex.put("d", "Tittel", "Kom hit", "Bilen traff et tre", "Noe|The car hit a tree");
    know(List.of(new GlossaryEntry("treffe", "hit")), List.of());
    assertThat(testIndex.found("hit")).containsExactlyInAnyOrder("d:1", "d:2", "d:3");
  }

  @Test
  void aFunctionWordOrLoanIsNotTakenForAnEntryThatIsSpeltAlike() {
    testIndex.put("c", "Tittel", "Noe|The World Health Organization", "Noe|Country music");
    testIndex.know(BuiltInDictionary.get(), List.of());
    assertThat(testIndex.found("who")).isEmpty();
    assertThat(testIndex.search("country").expansions()).isEmpty();
    assertThat(testIndex.found("countrymusikk")).containsExactly("c:2");
    assertThat(testIndex.found("verdenshelseorganisasjon")).containsExactly("c:1");
  }

  @Test
  void whatAnotherWordWithThatStemMeansIsUnsure() {
    testIndex.put("c", "Tittel", "Noe|The champion came");
    List<GlossaryEntry> dictionary =
        List.of(new GlossaryEntry("mester", "champion"), new GlossaryEntry("mest", "most"));
    know(dictionary, List.of());
    assertThat(testIndex.found("mester")).containsExactly("c:1");
    assertThat(testIndex.found("mest")).isEmpty();
    know(dictionary, List.of(new GlossaryEntry("mest", "champion")));
    assertThat(testIndex.found("mest")).as("the glossary says so").containsExactly("c:1");
  }

  @Test
  void aPhraseThatAnotherWordWithThatStemMeansIsNotSearched() {
    testIndex.put("c", "Tittel", "Noe|A summer mountain farm", "Seter");
    know(List.of(), List.of());
    assertThat(testIndex.found("seter")).contains("c:1");
    assertThat(testIndex.found("set")).doesNotContain("c:1");
    know(List.of(), List.of(new GlossaryEntry("set", "summer mountain farm")));
    assertThat(testIndex.found("set")).as("the glossary says so").contains("c:1");
  }

  @Test
  void aPhraseThatAStopWordAloneMeansIsNotSearched() {
    testIndex.put("c", "Tittel", "De kom for å se", "Noe|They came to see");
    assertThat(testIndex.found("to")).containsExactly("c:2");
    know(List.of(), List.of(new GlossaryEntry("for å", "to")));
    assertThat(testIndex.found("to")).as("the glossary says so").contains("c:1");
  }

  @Test
  void whatMeansAPhraseThatAWordIsOnlyAPartOfIsUnsure() {
    testIndex.put("c", "Tittel", "Ingen kom", "Noe|No one came");
    know(List.of(new GlossaryEntry("ingen", "one")), List.of());
    assertThat(testIndex.found("one")).containsExactly("c:2");
  }

  @Test
  void aWordWithNorwegianLettersIsNotReadAsAnEnglishOne() {
    testIndex.put("c", "Tittel", "Denne stjernen", "Noe|He stands there");
    know(
        List.of(new GlossaryEntry("stjerne", "star"), new GlossaryEntry("stå", "stand")),
        List.of());
    assertThat(testIndex.found("star")).contains("c:1");
    assertThat(testIndex.found("står")).containsExactly("c:2");
  }

  @Test
  void aFunctionWordIsNotReadAsAFormOfAWordOfTheOtherLanguage() {
    testIndex.put("c", "Tittel", "Et hav", "Noe|The sea");
    know(List.of(new GlossaryEntry("hav", "sea")), List.of());
    assertThat(testIndex.found("hav")).containsExactlyInAnyOrder("c:1", "c:2");
    assertThat(testIndex.search("have").expansions()).isEmpty();
    assertThat(testIndex.found("have")).isEmpty();
  }

  @Test
  void anEnglishWordThatOriginalsQuoteIsNotTranslatedFromThere() {
    String[] quoted = new String[4];
    Arrays.fill(quoted, "Minutes|Whether");
    testIndex.put("c", quoted);
    know(List.of(), List.of());
    assertThat(testIndex.search("minutes").expansions()).isEmpty();
    testIndex.put("d", "Tittel", "Noe|The record");
    know(List.of(), List.of(new GlossaryEntry("minutes", "record")));
    assertThat(testIndex.found("minutes")).as("the glossary says so").contains("d:1");
  }

  @Test
  void wordsAreFoundWhereATextHasSomeInEitherLanguage() {
    assertThat(testIndex.found("frihet church")).containsExactly("a:2");
  }

  @Test
  void onlyPlainWordsAreTranslated() {
    assertThat(testIndex.found("\"election\"")).containsExactly("b:1");
    assertThat(testIndex.found("=election")).containsExactly("b:1");
    assertThat(testIndex.found("electio*")).containsExactly("b:1");
    assertThat(testIndex.found("*lection")).containsExactly("b:1");
    assertThat(testIndex.found("elections~")).containsExactly("b:1");
    assertThat(testIndex.found("en:election")).containsExactly("b:1");
    assertThat(testIndex.found("no:election")).isEmpty();
    assertThat(testIndex.found("church NEAR/5 war")).containsExactly("b:2");
    assertThat(
            testIndex
                .search("\"election\" =war electio* en:church", ExpansionOptions.ALL)
                .expansions())
        .isEmpty();
  }

  @Test
  void excludedWordExcludesItselfAlone() {
    assertThat(testIndex.found("valg -election")).containsExactly("a:1");
    assertThat(testIndex.found("kirken NOT church")).containsExactly("a:2");
  }

  @Test
  void operatorsTakeTranslationsToo() {
    assertThat(testIndex.found("+election +fritt")).containsExactly("a:1");
    assertThat(testIndex.found("church AND freedom")).containsExactly("a:2");
    assertThat(testIndex.found("(church OR election) AND free")).containsExactly("b:1");
  }

  @Test
  void expansionsSayWhatWasSearched() {
    assertThat(testIndex.search("Election kirken").expansions())
        .extracting(WordExpansion::word)
        .containsExactly("election", "kirken");
    WordExpansion.Translation valg =
        testIndex.search("Election").expansions().getFirst().translations().getFirst();
    assertThat(valg.word()).isEqualTo("valget");
    assertThat(valg.on()).isTrue();
    assertThat(valg.weight()).isBetween(.2, 1.0);
  }

  @Test
  void aTranslatedWordIsNotTakenForOneThatLooksLikeItWithoutDiacritics() {
    testIndex.put("c", "Tittel", "Ingenting|Far away in Tromso", "Noe|A sheep");
    know(List.of(new GlossaryEntry("får", "sheep")), List.of());
    assertThat(testIndex.found("får")).containsExactly("c:2");
    assertThat(testIndex.found("Tromsø")).containsExactly("c:1");
  }

  @Test
  void anEnglishWordIsNotReadAsANorwegianOneByFolding() {
    testIndex.put("c", "Tittel", "En støvel|A fine", "En bot|A boot");
    know(List.of(new GlossaryEntry("bot", "fine"), new GlossaryEntry("støvel", "boot")), List.of());
    assertThat(testIndex.search("boot").expansions().getFirst().translations())
        .extracting(WordExpansion.Translation::word)
        .contains("støvel")
        .doesNotContain("fine");
  }

  @Test
  void translationThatIsInNoTextIsNotShown() {
    know(
        List.of(new GlossaryEntry("valg", "election"), new GlossaryEntry("kåring", "election")),
        List.of());
    assertThat(testIndex.search("election").expansions().getFirst().translations())
        .extracting(WordExpansion.Translation::word)
        .contains("valget")
        .doesNotContain("kåring");
  }

  @Test
  void unsureTranslationsFindGuesses() {
    know(List.of(), List.of());
    assertThat(testIndex.search("election").expansions().getFirst().translations())
        .extracting(WordExpansion.Translation::word, WordExpansion.Translation::sure)
        .contains(tuple("annet", false));
    testIndex.put("c", "Tittel", "Det annet kjønn");
    SearchResult result = testIndex.search("election");
    assertThat(TestIndex.names(result, false)).containsExactly("b:1");
    assertThat(TestIndex.names(result, true)).containsExactly("c:1");
    assertThat(result.total()).isEqualTo(1);
    assertThat(result.notices()).extracting(SearchNotice::kind).containsExactly(Kind.GUESSED_WORDS);
  }

  @Test
  void hitsSayHowTheyMatchAndByWhichTranslations() {
    SearchResult result = testIndex.search("election");
    assertThat(result.hits())
        .extracting(TestIndex::name, hit -> hit.rank().match(), hit -> hit.rank().translations())
        .containsExactly(
            tuple("b:1", MatchKind.WORDS, List.of()),
            tuple("a:1", MatchKind.TRANSLATION, List.of("valget")));
    assertThat(result.total()).isEqualTo(2);
    assertThat(result.words()).isEqualTo(1);
  }

  @Test
  void sectionWithOneWordItselfAndAnotherByTranslationStandsWithTheTranslations() {
    SearchResult result = testIndex.search("church frihet");
    assertThat(result.hits())
        .extracting(TestIndex::name, hit -> hit.rank().match())
        .contains(tuple("a:2", MatchKind.TRANSLATION));
    assertThat(result.words()).isZero();
  }

  @Test
  void wordsThatAreSpeltAlikeAreNeverFinds() {
    testIndex.put("c", "Tittel", "To ulike syn");
    know(List.of(new GlossaryEntry("ulykke", "accident")), List.of());
    SearchResult result = testIndex.search("ulykke");
    assertThat(result.total()).isZero();
    assertThat(result.hits()).allMatch(hit -> hit.rank().isGuess());
  }

  @Test
  void aLetterDoubledByMistakeMakesNoWordOfTheOtherNorm() {
    testIndex.put("c", "Tittel", "Avisene er på mikrofilm", "En draum");
    know(List.of(), List.of());
    SearchResult result = testIndex.search("mikrofilmm");
    assertThat(result.total()).isZero();
    assertThat(TestIndex.names(result, true)).containsExactly("c:1");
    assertThat(testIndex.found("drøm")).as("spelt by another rule").containsExactly("c:2");
  }

  @Test
  void nothingSpeltAsAskedGivesWhatIsSpeltNearlySoAsGuesses() {
    SearchResult result = testIndex.search("electoin");
    assertThat(result.total()).isZero();
    assertThat(TestIndex.names(result, true)).contains("b:1");
    assertThat(result.didYouMean()).isEqualTo("election");
    assertThat(result.notices()).extracting(SearchNotice::kind).contains(Kind.SPELT_ALIKE);
  }

  @Test
  void aWordBesideOthersIsCorrectedOnlyIfNothingHasItAndAllAreFoundThen() {
    testIndex.put("c", "Tittel", "Emma svømte", "Emmy sang", "Emmy svarte", "Emmy og været");
    know(List.of(), List.of());
    SearchResult rare = testIndex.search("Emma været");
    assertThat(rare.didYouMean()).isNull();
    assertThat(TestIndex.names(rare, true)).contains("c:1", "c:4");
    SearchResult together = testIndex.search("Emmyy været");
    assertThat(together.didYouMean()).isEqualTo("emmy været");
    assertThat(TestIndex.names(together, true)).startsWith("c:4");
    SearchResult apart = testIndex.search("Emmyy svømte");
    assertThat(apart.didYouMean()).isEqualTo("emmy svømte");
    assertThat(TestIndex.names(apart, true)).as("of the words typed").containsExactly("c:1");
  }

  @Test
  void aWordInNoTextIsGuessedByOneThatIsDerivedFromIt() {
    testIndex.put(
        "c",
        "Tittel",
        "Noe|Security in widowhood",
        "Noe|An open window",
        "Vern mot diskriminering");
    for (String query : List.of("widow", "diskriminert")) {
      SearchResult result = testIndex.search(query);
      assertThat(result.total()).isZero();
      assertThat(TestIndex.names(result, true))
          .containsExactly(query.equals("widow") ? "c:1" : "c:3");
    }
    assertThat(testIndex.search("widow").didYouMean()).isEqualTo("widowhood");
  }

  @Test
  void expandingCanBeSwitchedOff() {
    SearchResult result = testIndex.search("election", ExpansionOptions.NONE);
    assertThat(TestIndex.names(result, false)).containsExactly("b:1");
    assertThat(result.expansions()).isEmpty();
  }

  @Test
  void singleTranslationCanBeSwitchedOffAndIsStillListed() {
    ExpansionOptions some = new ExpansionOptions(true, Set.of(new Off("ELECTION", "Valget")));
    SearchResult result = testIndex.search("election war", some);
    assertThat(TestIndex.names(testIndex.search("election", some), false)).containsExactly("b:1");
    assertThat(TestIndex.names(testIndex.search("war", some), false))
        .containsExactlyInAnyOrder("a:3", "b:2");
    assertThat(result.expansions().getFirst().translations().getFirst().on()).isFalse();
    assertThat(result.expansions().getLast().translations().getFirst().on()).isTrue();
  }

  @Test
  void glossaryOverridesTheRest() {
    know(
        List.of(new GlossaryEntry("valg", "election")),
        List.of(new GlossaryEntry("krigen", "election")));
    assertThat(testIndex.found("election")).containsExactlyInAnyOrder("a:3", "b:1");
  }

  @Test
  void translatedWordsAreMarked() {
    Hit hit = testIndex.search("election", new ExpansionOptions(true, Set.of())).hits().getFirst();
    assertThat(testIndex.search("election").hits())
        .extracting(
            each -> each.pair().original() == null ? "" : TestIndex.snippet(each.pair().original()))
        .contains("<mark class=\"tr\">Valget</mark> var fritt");
    assertThat(hit.pair().original()).isNotNull();
  }

  @Test
  void documentsAreFoundByTranslationsToo() {
    SearchResult result =
        testIndex.search(
            new SearchRequest(
                "church war",
                1,
                20,
                Sort.RELEVANCE,
                Group.DOCUMENT,
                Map.of(),
                ExpansionOptions.ALL));
    assertThat(result.documents())
        .extracting(each -> each.documentRef().document().value())
        .containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void wordsThemselvesComeBeforeTranslationsOfThem() {
    testIndex.put("c", "Tittel", "Krigen og kirken og krigen");
    testIndex.put("d", "Tittel", "Krig og fred og mat og vin|War and peace and food and wine");
    assertThat(testIndex.found("war")).containsSubsequence("d:1", "c:1");
  }

  @Test
  void sectionsWithOneTextRankAboveEqualPairs() {
    testIndex.put("c", "Tittel", "Krigen raste|It arrived", "Krigen raste");
    assertThat(testIndex.found("war raste")).containsExactly("c:2", "c:1");
    assertThat(testIndex.found("krig raste")).containsExactly("c:2", "c:1");
  }

  @Test
  void wordsSpeltAlikeAreNoTranslations() {
    testIndex.put("c", "Tittel", "Organisasjonen protesterte");
    know(List.of(), List.of());
    assertThat(testIndex.search("organizations").hits()).isEmpty();
    assertThat(testIndex.search("organizations").expansions()).isEmpty();
  }

  @Test
  void stopWordsAreNotTranslated() {
    know(List.of(new GlossaryEntry("over", "above"), new GlossaryEntry("valg", "the")), List.of());
    assertThat(testIndex.search("over the").expansions()).isEmpty();
  }

  @Test
  void wordsAreFoundInTheOtherWrittenNorm() {
    testIndex.put("c", "Tittel", "Drømmen om skolebarna", "Alt om avstemningen", "En skål");
    testIndex.know(
        TestDictionary.of(
            testIndex.index.tokenizer(), "skole|skule|school", "avstemning|røysting|vote"),
        List.of());
    assertThat(testIndex.found("draumen skulebarn")).containsExactly("c:1");
    assertThat(testIndex.found("røystinga")).containsExactly("c:2");
    assertThat(testIndex.found("\"draumen\"")).isEmpty();
    assertThat(testIndex.found("=røysting")).isEmpty();
    assertThat(testIndex.search("røystinga", ExpansionOptions.NONE).total()).isZero();
    assertThat(testIndex.search("røystinga").expansions())
        .containsExactly(
            new WordExpansion(
                "røystinga",
                List.of(new WordExpansion.Translation("avstemningen", .9, true, true))));
  }

  @Test
  void variantsKnownBySpellingAffectTheRankingOnly() {
    testIndex.put("c", "Tittel", "Feil på fela", "Ei fele");
    know(List.of(), List.of());
    assertThat(testIndex.found("feil")).containsExactly("c:1");
    assertThat(testIndex.search("feil").expansions().getFirst().translations())
        .extracting(WordExpansion.Translation::word)
        .contains("fela");
  }

  @Test
  void aWordThatBothNormsHaveIsFoundInAllItsForms() {
    testIndex.put("c", "Tittel", "Vi hørte det", "Eg høyrer", "De hører til");
    testIndex.index.use(Lexicon.of(BuiltInDictionary.get()), "");
    for (String query : List.of("hørt", "hoert")) {
      assertThat(testIndex.found(query)).containsExactlyInAnyOrder("c:1", "c:2", "c:3");
    }
  }

  @Test
  void aNynorskWordIsTranslatedAsItsBokmaalOne() {
    know(List.of(new GlossaryEntry("drøm", "freedom")), List.of());
    testIndex.put("c", "Tittel", "Noe|A freedom");
    assertThat(testIndex.found("draum")).containsExactly("c:1");
  }
}
