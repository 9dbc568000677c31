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
import no.speil.search.SearchRequest;
import no.speil.search.SearchRequest.Group;
import no.speil.search.SearchRequest.Sort;
import no.speil.search.SearchResult;
import no.speil.search.index.Shelf;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the glossary has of several words, in searches. */
class SetPhraseTest {
  @TempDir Path folder;
  private Shelf shelf;

  @BeforeEach
  void open() {
    shelf = new Shelf(folder);
    shelf.put(
        "a",
        "Tittel",
        "Den menneskelige verdigheten er ukrenkelig",
        "Verdigheten er mer enn menneskelig",
        "Ytringsfriheten gjelder i dag");
    shelf.put(
        "b", "Tittel", "Noe|Freedom of expression", "Noe|Freedom and its expression", "Noe|Today");
    know(
        new Entry("menneskelig verdighet", "human dignity"),
        new Entry("ytringsfrihet", "the freedom of expression"),
        new Entry("i dag", "today"));
  }

  private void know(Entry... glossary) {
    shelf.know(List.of(), List.of(glossary));
  }

  @AfterEach
  void close() {
    shelf.close();
  }

  private SearchResult search(String query, Off... off) {
    return shelf.search(query, new Expand(true, Set.of(off)));
  }

  @Test
  void wordsSideBySideAreFoundByWhatTheyAreCalledTogether() {
    assertThat(shelf.found("human dignity")).containsExactly("a:1");
    assertThat(shelf.found("Human dignities")).containsExactly("a:1");
    assertThat(shelf.found("human dignity ukrenkelig")).containsExactly("a:1");
    assertThat(shelf.found("ukrenkelig +human dignity")).isEmpty();
    assertThat(shelf.found("dignity human")).isEmpty();
    assertThat(shelf.found("human")).isEmpty();
    assertThat(shelf.found("\"human dignity\"")).isEmpty();
  }

  @Test
  void oneWordIsFoundBySeveralAndSeveralByOne() {
    assertThat(shelf.found("ytringsfriheten")).containsExactlyInAnyOrder("a:3", "b:1");
    assertThat(shelf.found("freedom of expression")).contains("a:3", "b:1");
    assertThat(shelf.found("freedom expression")).containsExactlyInAnyOrder("b:1", "b:2");
    assertThat(shelf.found("+ytringsfrihet")).containsExactlyInAnyOrder("a:3", "b:1");
  }

  @Test
  void aStopWordBelongsToItsPhrase() {
    assertThat(shelf.found("today")).containsExactlyInAnyOrder("a:3", "b:3");
    assertThat(shelf.found("i dag")).containsExactlyInAnyOrder("a:3", "b:3");
    shelf.put("c", "Tittel", "En dag");
    assertThat(shelf.found("today")).doesNotContain("c:1");
    assertThat(shelf.found("dag")).doesNotContain("b:3");
  }

  @Test
  void aPhraseIsShownAndCanBeSwitchedOff() {
    assertThat(search("Human dignity").expansions())
        .containsExactly(
            new Expansion(
                "human dignity",
                List.of(new Expansion.Translation("menneskelig verdighet", 1, true))));
    SearchResult off = search("human dignity", new Off("human dignity", "menneskelig verdighet"));
    assertThat(Shelf.names(off, false)).isEmpty();
    assertThat(off.expansions().getFirst().translations().getFirst().on()).isFalse();
  }

  @Test
  void whatTheArchiveDoesNotHaveIsNotShown() {
    know(new Entry("menneskelig verdighet", "dignity of people"));
    assertThat(search("menneskelig verdighet").expansions()).isEmpty();
  }

  @Test
  void theTranslatedPhraseIsMarked() {
    String snippet =
        Shelf.snippet(shelf.search("human dignity").hits().getFirst().pair().original());
    assertThat(snippet)
        .isEqualTo("Den <mark>menneskelige</mark> <mark>verdigheten</mark> er ukrenkelig");
    assertThat(Shelf.snippet(shelf.search("today doc:a").hits().getFirst().pair().original()))
        .isEqualTo("Ytringsfriheten gjelder <mark>i</mark> <mark>dag</mark>");
  }

  @Test
  void documentsAreFoundByPhrasesToo() {
    SearchResult result =
        shelf.index.search(
            new SearchRequest(
                "human dignity", 1, 20, Sort.RELEVANCE, Group.DOCUMENT, Map.of(), Expand.ALL));
    assertThat(result.documents())
        .extracting(each -> each.work().document().value())
        .containsExactly("a");
  }

  @Test
  void aWordOfTheGlossaryIsNoSlip() {
    shelf.put("c", "Tittel", "Humant|dignite", "Humant|dignite");
    assertThat(shelf.search("human dignity").didYouMean()).isNull();
  }
}
