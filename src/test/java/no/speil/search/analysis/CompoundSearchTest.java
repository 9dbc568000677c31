package no.speil.search.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.speil.lexicon.CompoundSplitter;
import no.speil.lexicon.Dictionary;
import no.speil.lexicon.GlossaryEntry;
import no.speil.search.DocumentTrace;
import no.speil.search.ExpansionOptions;
import no.speil.search.Hit;
import no.speil.search.IndexedDocument;
import no.speil.search.SearchRequest;
import no.speil.search.SearchRequest.Group;
import no.speil.search.SearchRequest.Sort;
import no.speil.search.SearchResult;
import no.speil.search.index.SectionIndex;
import no.speil.search.index.TestIndex;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompoundSearchTest {
  private static final Map<String, Long> COUNTS =
      Map.of("folk", 9L, "avstemning", 5L, "avstemningen", 5L, "skole", 7L, "bøker", 6L);
  private static final CompoundSplitter COMPOUNDS =
      CompoundSplitter.learn(sink -> COUNTS.forEach(sink::accept), Dictionary.EMPTY);

  @TempDir Path folder;
  private TestIndex testIndex;
  @AutoClose private SectionIndex index;

  @BeforeEach
  void fill() {
    testIndex = new TestIndex(folder, COMPOUNDS);
    index = testIndex.index;
    IndexedDocument head = TestIndex.head("a");
    index.put(
        head,
        TestIndex.sections(
            head,
            "Tittel",
            "Folkeavstemningen ble avlyst i går",
            "Skolebøkene er nye",
            "Vi har skolebøker om folk",
            "|Folk music"),
        DocumentTrace.NONE);
    index.refresh();
  }

  private List<String> found(String query) {
    return TestIndex.names(
        index.search(searcher -> searcher.search(SearchRequest.of(query))), false);
  }

  @Test
  void partFindsTheCompound() {
    assertThat(found("avstemning")).containsExactly("a:1");
    assertThat(found("skoler")).containsExactly("a:3");
    assertThat(found("folk")).containsExactlyInAnyOrder("a:1", "a:3", "a:4");
  }

  @Test
  void aWordThatStandsAloneComesBeforeCompoundsWithIt() {
    IndexedDocument head = TestIndex.head("b");
    index.put(
        head,
        TestIndex.sections(
            head,
            "Tittel",
            "Folkeavstemning",
            "Om avstemningene ble det i går sagt mye, og mer skal bli sagt i tiden som kommer nå",
            "|A vote"),
        DocumentTrace.NONE);
    index.refresh();
    assertThat(found("avstemningen")).startsWith("b:2").hasSize(3);
    testIndex.know(List.of(), List.of(new GlossaryEntry("avstemning", "vote")));
    assertThat(found("vote")).startsWith("b:3", "b:2").hasSize(4);
  }

  @Test
  void pagesGoThroughWordsAloneThenCompoundsThenTranslations() {
    IndexedDocument head = TestIndex.head("b");
    String filler = " og her er det mye mer om mye annet";
    index.put(
        head,
        TestIndex.sections(
            head,
            "Tittel",
            "|A vote",
            "|A vote, and here is much more of many other things",
            "Folkeavstemning",
            "Avstemning" + filler,
            "Avstemning" + filler + filler),
        DocumentTrace.NONE);
    index.refresh();
    testIndex.know(List.of(), List.of(new GlossaryEntry("avstemning", "vote")));
    var found = new ArrayList<String>();
    for (int page = 1; page <= 3; page++) {
      SearchRequest request = request("avstemning", page);
      SearchResult result = index.search(searcher -> searcher.search(request));
      assertThat(result.total()).isEqualTo(6);
      found.addAll(TestIndex.names(result, false));
    }
    assertThat(found).containsExactly("b:4", "b:5", "b:3", "a:1", "b:1", "b:2");
  }

  private static SearchRequest request(String query, int page) {
    return new SearchRequest(
        query, page, 2, Sort.RELEVANCE, Group.SECTION, Map.of(), ExpansionOptions.ALL);
  }

  @Test
  void compoundDoesNotFindItsParts() {
    assertThat(found("folkeavstemning")).containsExactly("a:1");
    assertThat(found("skolebøker")).containsExactlyInAnyOrder("a:2", "a:3");
  }

  @Test
  void wholeCompoundIsMarked() {
    Hit hit =
        index.search(searcher -> searcher.search(SearchRequest.of("avstemning"))).hits().getFirst();
    assertThat(TestIndex.snippet(hit.pair().original()))
        .isEqualTo("<mark>Folkeavstemningen</mark> ble avlyst i går");
  }

  @Test
  void exactWordsAreNoParts() {
    assertThat(found("=folk")).containsExactlyInAnyOrder("a:3", "a:4");
    assertThat(found("\"folk\"")).containsExactlyInAnyOrder("a:3", "a:4");
    assertThat(found("no:folk -no:=folk")).containsExactly("a:1");
  }

  @Test
  void distancesCountACompoundAsOneWord() {
    assertThat(found("avstemning NEAR/2 avlyst")).containsExactly("a:1");
    assertThat(found("avstemning NEAR/1 avlyst")).isEmpty();
    assertThat(found("avstemning NEAR/3 gikk")).isEmpty();
    assertThat(found("skole NEAR/1 bøker")).isEmpty();
  }

  @Test
  void partsAreKnownAgainAfterARestart() {
    index.commit(true);
    index.close();
    index = SectionIndex.open(folder);
    assertThat(index.wasEmptied()).isFalse();
    assertThat(found("avstemning")).containsExactly("a:1");
  }

  @Test
  void aCompoundOfWordsThatOnlyTheDictionaryHasIsFoundByThemAfterTheWordsThemselves() {
    List<String> words =
        List.of("prostitusjonspolitikken", "formatering", "eksemplene", "beskrevet", "checksums");
    CompoundSplitter compounds =
        CompoundSplitter.learn(
            sink -> words.forEach(word -> sink.accept(word, 1)), BuiltInDictionary.get());
    assertThat(words.stream().flatMap(word -> compounds.parts(word).stream()))
        .containsExactly("prostitusjon", "politikken");
    try (var other = new TestIndex(folder.resolve("other"), compounds)) {
      other.put("b", "Tittel", "Prostitusjonspolitikken er ny", "En lang tekst om prostitusjon");
      assertThat(other.found("prostitusjon")).containsExactly("b:2", "b:1");
      assertThat(other.found("politikk")).containsExactly("b:1");
    }
  }
}
