package no.speil.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import no.speil.TestCorpora;
import no.speil.corpus.Side;
import no.speil.library.words.WordRequest;
import no.speil.library.words.WordRequest.ExampleFilter;
import no.speil.library.words.WordUsage;
import no.speil.search.MatchKind;
import no.speil.search.SearchNotice;
import no.speil.search.SearchNotice.Kind;
import no.speil.search.SearchRequest;
import no.speil.search.SearchResult;
import no.speil.search.WordExpansion;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words without signs, as people type them, in real texts. */
@TestInstance(Lifecycle.PER_CLASS)
class PlainQueriesTest {
  private final List<TestLibrary> roots = new ArrayList<>();
  private @Nullable Library preservation;
  private @Nullable Library shipped;

  @BeforeAll
  void open(@TempDir Path folder) {
    roots.add(new TestLibrary(folder.resolve("nb")).copyOf(TestCorpora.require("nb-preservation")));
    roots.add(new TestLibrary(folder.resolve("shipped")).copyOfShipped());
    preservation = roots.getFirst().open();
    shipped = roots.getLast().open();
  }

  @AfterAll
  void close() {
    roots.forEach(TestLibrary::close);
  }

  private SearchResult search(String query) {
    return Objects.requireNonNull(preservation).search().run(SearchRequest.of(query));
  }

  private SearchResult searchShipped(String query) {
    return Objects.requireNonNull(shipped).search().run(SearchRequest.of(query));
  }

  // slips

  @ParameterizedTest
  @CsvSource({
    "presrvation, preservation",
    "nasjonalbibloteket, nasjonalbiblioteket",
    "sjekksm, sjekksum",
    "digtal preservation, digital preservation",
    "langtidsbevarring, langtidsbevaring",
    "doucmentation, documentation",
    "etadata, metadata",
    "sultt, slutt"
  })
  void aWordThatNothingHasIsCorrected(String typed, String meant) {
    SearchResult result = search(typed);
    assertThat(result.total()).isZero();
    assertThat(result.didYouMean()).isEqualTo(meant);
    assertThat(result.hits()).isNotEmpty().allMatch(hit -> hit.rank().isGuess());
    assertThat(result.notices())
        .as("a word that is spelt alike is no translation")
        .containsExactly(SearchNotice.of(Kind.SPELT_ALIKE, meant));
    assertThat(result.expansions()).extracting(WordExpansion::word).doesNotContain(typed);
  }

  @ParameterizedTest
  @CsvSource({"bevaringsformat", "sjiraff", "giraffe", "formatendring"})
  void aWordThatIsRightIsNotCorrected(String typed) {
    assertThat(search(typed).didYouMean()).isNull();
  }

  // compounds

  @ParameterizedTest
  @CsvSource({"bevaringsformat", "bevaringsnivå", "arkivsjekksum"})
  void theSectionsWithThePartsOfACompoundThatIsNowhereAreNotCounted(String compound) {
    SearchResult result = search(compound);
    assertThat(result.total()).isZero();
    assertThat(result.hits()).isNotEmpty().allMatch(hit -> hit.rank().isGuess());
    assertThat(result.notices()).containsExactly(SearchNotice.of(Kind.PARTS));
  }

  @Test
  void whatIsLeftOfAWordIsNoPartOfIt() {
    assertThat(search("oversettelse").expansions()).isEmpty(); // "overs" is the stem of "over"
  }

  @Test
  void aCompoundIsFoundByAPartThatStandsAloneNowhere() {
    assertThat(searchShipped("no:prostitusjon").total()).isEqualTo(1);
    assertThat(searchShipped("no:politikk").total()).isGreaterThanOrEqualTo(1);
  }

  // sureness

  @Test
  void whatTheDictionaryPairsFirstIsSureBothWays() {
    assertThat(search("bibliotek").total()).isEqualTo(search("library").total()).isPositive();
    assertThat(searchShipped("prostitusjon").total())
        .isEqualTo(searchShipped("prostitution").total())
        .isPositive();
    assertThat(search("arkiv").hits().getFirst().rank().match()).isEqualTo(MatchKind.WORDS);
    assertThat(sure(search("arkiv"))).contains("archiving"); // stemmed as "archive"
  }

  @Test
  void theTwoNormsOfAWordAreOneWordAndAreTranslatedAlike() {
    assertThat(searchShipped("omsetjing").total()).isGreaterThan(100);
    assertThat(sure(searchShipped("omsetjing"))).contains("translation", "oversatt");
    assertThat(sure(searchShipped("oversettelse"))).contains("translation", "omsetjinga");
  }

  @Test
  void aPhraseIsNotTranslatedWordByWord() {
    SearchResult result = searchShipped("human rights");
    assertThat(result.hits())
        .filteredOn(hit -> !hit.rank().isGuess())
        .hasSize((int) result.words())
        .hasSize((int) result.total());
    assertThat(sure(result)).isEmpty();
    assertThat(sure(searchShipped("rights"))).isNotEmpty();
  }

  private static List<String> sure(SearchResult result) {
    return result.expansions().stream()
        .flatMap(each -> each.translations().stream())
        .filter(WordExpansion.Translation::sure)
        .map(WordExpansion.Translation::word)
        .toList();
  }

  // what has been used for a word

  @ParameterizedTest
  @CsvSource({
    "bevaring, preservation, digital preservation",
    "lagring, storage, secure storage",
    "tilgang, access, provide access to",
    "heritage, kulturarv, nasjonal kulturarv"
  })
  void aCounterpartIsTheShareOfTheWordItself(String word, String share, String phrase) {
    assertThat(usage(word).translations())
        .extracting(WordUsage.Translation::form)
        .startsWith(share)
        .doesNotContain(phrase);
  }

  private WordUsage usage(String word) {
    return Objects.requireNonNull(preservation)
        .words()
        .of(new WordRequest(word, null, ExampleFilter.ALL, 1));
  }

  @Test
  void aNameIsCountedAsItStands() {
    WordUsage usage = usage("Lars");
    assertThat(usage.breakdown().forms())
        .extracting(WordUsage.WordForm::form)
        .isSubsetOf("lars", "lars's", "larss");
    assertThat(usage.extent().sections()).isEqualTo(search("Lars").words());
  }

  @ParameterizedTest
  @CsvSource({"og, ORIGINAL", "the, TRANSLATION", "of, TRANSLATION"})
  void theWordPageOfACommonWordIsOfItsOwnLanguageAndCountsItAsTyped(String word, Side side) {
    assertThat(usage(word).asked().side()).isEqualTo(side);
    String own = side == Side.ORIGINAL ? "no:=" : "en:=";
    assertThat(usage(word).extent().sections()).isEqualTo(search(own + word).total());
  }
}
