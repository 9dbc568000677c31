package no.speil.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Objects;
import no.speil.TestCorpora;
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
  private @Nullable TestLibrary preservation;
  private @Nullable Library library;

  @BeforeAll
  void open(@TempDir Path folder) {
    preservation =
        new TestLibrary(folder.resolve("nb")).copyOf(TestCorpora.require("nb-preservation"));
    library = preservation.open();
  }

  @AfterAll
  void close() {
    Objects.requireNonNull(preservation).close();
  }

  private SearchResult search(String query) {
    return Objects.requireNonNull(library).search().run(SearchRequest.of(query));
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
    "etadata, metadata"
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
}
