package no.speil.search.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.speil.lexicon.Sources.Entry;
import no.speil.search.Expand;
import no.speil.search.Expand.Off;
import no.speil.search.Expansion;
import no.speil.search.Hit;
import no.speil.search.SearchRequest;
import no.speil.search.SearchRequest.Group;
import no.speil.search.SearchRequest.Sort;
import no.speil.search.SearchResult;
import no.speil.search.index.Shelf;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExpansionTest {
  @TempDir Path folder;
  private Shelf shelf;

  @BeforeEach
  void open() {
    shelf = new Shelf(folder);
    shelf.put("a", "Tittel", "Valget var fritt", "Frihet i kirken", "Krigen er slutt");
    shelf.put("b", "Tittel", "Noe annet|The election was free", "Ingenting|Church and war");
    know(
        List.of(
            new Entry("valg", "election"),
            new Entry("frihet", "freedom"),
            new Entry("kirke", "church"),
            new Entry("krig", "war")),
        List.of());
  }

  private void know(List<Entry> starter, List<Entry> glossary) {
    shelf.know(starter, glossary);
  }

  @AfterEach
  void close() {
    shelf.close();
  }

  @Test
  void englishFindsWhatNobodyHasTranslated() {
    assertThat(shelf.found("election")).containsExactlyInAnyOrder("a:1", "b:1");
    assertThat(shelf.found("churches freedom")).containsExactly("a:2");
    assertThat(shelf.search("election").total()).isEqualTo(2);
  }

  @Test
  void norwegianFindsTheEnglishText() {
    assertThat(shelf.found("valgene")).containsExactlyInAnyOrder("a:1", "b:1");
  }

  @Test
  void wordsAreFoundWhereATextHasSomeInEitherLanguage() {
    assertThat(shelf.found("frihet church")).containsExactly("a:2");
  }

  @Test
  void onlyPlainWordsAreTranslated() {
    assertThat(shelf.found("\"election\"")).containsExactly("b:1");
    assertThat(shelf.found("=election")).containsExactly("b:1");
    assertThat(shelf.found("electio*")).containsExactly("b:1");
    assertThat(shelf.found("*lection")).containsExactly("b:1");
    assertThat(shelf.found("elections~")).containsExactly("b:1");
    assertThat(shelf.found("en:election")).containsExactly("b:1");
    assertThat(shelf.found("no:election")).isEmpty();
    assertThat(shelf.found("church NEAR/5 war")).containsExactly("b:2");
    assertThat(shelf.search("\"election\" =war electio* en:church", Expand.ALL).expansions())
        .isEmpty();
  }

  @Test
  void excludedWordExcludesItselfAlone() {
    assertThat(shelf.found("valg -election")).containsExactly("a:1");
    assertThat(shelf.found("kirken NOT church")).containsExactly("a:2");
  }

  @Test
  void operatorsTakeTranslationsToo() {
    assertThat(shelf.found("+election +fritt")).containsExactly("a:1");
    assertThat(shelf.found("church AND freedom")).containsExactly("a:2");
    assertThat(shelf.found("(church OR election) AND free")).containsExactly("b:1");
  }

  @Test
  void expansionsSayWhatWasSearched() {
    assertThat(shelf.search("Election kirken").expansions())
        .extracting(Expansion::word)
        .containsExactly("election", "kirken");
    Expansion.Translation valg =
        shelf.search("Election").expansions().getFirst().translations().getFirst();
    assertThat(valg.word()).isEqualTo("valget");
    assertThat(valg.on()).isTrue();
    assertThat(valg.weight()).isBetween(.2, 1.0);
  }

  @Test
  void translationThatIsInNoTextIsNotShown() {
    know(List.of(new Entry("valg", "election"), new Entry("kåring", "election")), List.of());
    assertThat(shelf.search("election").expansions().getFirst().translations())
        .extracting(Expansion.Translation::word)
        .contains("valget")
        .doesNotContain("kåring");
  }

  @Test
  void whatWasSeenTogetherOnceRanksAndDoesNotCount() {
    know(List.of(), List.of());
    assertThat(shelf.search("election").expansions().getFirst().translations())
        .extracting(Expansion.Translation::word)
        .contains("annet");
    shelf.put("c", "Tittel", "Det annet kjønn");
    assertThat(shelf.found("election")).containsExactly("b:1");
  }

  @Test
  void expandingCanBeSwitchedOff() {
    SearchResult result = shelf.search("election", Expand.NONE);
    assertThat(Shelf.names(result, false)).containsExactly("b:1");
    assertThat(result.expansions()).isEmpty();
  }

  @Test
  void singleTranslationCanBeSwitchedOffAndIsStillListed() {
    Expand some = new Expand(true, Set.of(new Off("ELECTION", "Valget")));
    SearchResult result = shelf.search("election war", some);
    assertThat(Shelf.names(shelf.search("election", some), false)).containsExactly("b:1");
    assertThat(Shelf.names(shelf.search("war", some), false))
        .containsExactlyInAnyOrder("a:3", "b:2");
    assertThat(result.expansions().getFirst().translations().getFirst().on()).isFalse();
    assertThat(result.expansions().getLast().translations().getFirst().on()).isTrue();
  }

  @Test
  void glossaryOverridesTheRest() {
    know(List.of(new Entry("valg", "election")), List.of(new Entry("krigen", "election")));
    assertThat(shelf.found("election")).containsExactlyInAnyOrder("a:3", "b:1");
  }

  @Test
  void translatedWordsAreMarked() {
    Hit hit = shelf.search("election", new Expand(true, Set.of())).hits().getFirst();
    assertThat(shelf.search("election").hits())
        .extracting(
            each -> each.pair().original() == null ? "" : Shelf.snippet(each.pair().original()))
        .contains("<mark>Valget</mark> var fritt");
    assertThat(hit.pair().original()).isNotNull();
  }

  @Test
  void documentsAreFoundByTranslationsToo() {
    SearchResult result =
        shelf.index.search(
            new SearchRequest(
                "church war", 1, 20, Sort.RELEVANCE, Group.DOCUMENT, Map.of(), Expand.ALL));
    assertThat(result.documents())
        .extracting(each -> each.work().document().value())
        .containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void originalWithoutTranslationIsNotBuriedUnderPairs() {
    shelf.put("c", "Tittel", "Krigen og kirken og krigen");
    shelf.put("d", "Tittel", "Krig og fred og mat og vin|War and peace and food and wine");
    assertThat(shelf.found("war")).containsSubsequence("c:1", "d:1");
  }

  @Test
  void whatHasOnlyOneTextComesBeforeItsLikeThatHasTwo() {
    shelf.put("c", "Tittel", "Krigen kom|It arrived", "Krigen kom");
    assertThat(shelf.found("war kom")).containsExactly("c:2", "c:1");
    assertThat(shelf.found("krig kom")).containsExactly("c:2", "c:1");
  }

  @Test
  void wordsSpeltAlikeStandInForUnknownOnes() {
    shelf.put("c", "Tittel", "Organisasjonen protesterte");
    know(List.of(), List.of());
    assertThat(shelf.found("organizations")).containsExactly("c:1");
    assertThat(shelf.found("ornaments")).isEmpty();
  }

  @Test
  void stopWordsAreNotTranslated() {
    know(List.of(new Entry("over", "above"), new Entry("valg", "the")), List.of());
    assertThat(shelf.search("over the").expansions()).isEmpty();
  }

  @Test
  void wordsAreFoundInTheOtherWrittenNorm() {
    shelf.put("c", "Tittel", "Drømmen om skolebarna", "Alt om avstemningen", "En skål");
    know(
        List.of(new Entry("skole", "skule", "school"), new Entry("avstemning", "røysting", "vote")),
        List.of());
    assertThat(shelf.found("draumen skulebarn")).containsExactly("c:1");
    assertThat(shelf.found("røystinga")).containsExactly("c:2");
    assertThat(shelf.found("\"draumen\"")).isEmpty();
    assertThat(shelf.found("=røysting")).isEmpty();
    assertThat(shelf.search("røystinga", Expand.NONE).total()).isZero();
    assertThat(shelf.search("røystinga").expansions())
        .containsExactly(
            new Expansion(
                "røystinga", List.of(new Expansion.Translation("avstemningen", .9, true))));
  }

  @Test
  void whatIsOnlySpeltSoRanksAndDoesNotCountBesideTheWordItself() {
    shelf.put("c", "Tittel", "Feil på fela", "Ei fele");
    know(List.of(), List.of());
    assertThat(shelf.found("feil")).containsExactly("c:1");
    assertThat(shelf.search("feil").expansions().getFirst().translations())
        .extracting(Expansion.Translation::word)
        .contains("fela");
  }

  @Test
  void aNynorskWordIsTranslatedAsItsBokmaalOne() {
    know(List.of(new Entry("drøm", "freedom")), List.of());
    shelf.put("c", "Tittel", "Noe|A freedom");
    assertThat(shelf.found("draum")).containsExactly("c:1");
  }
}
