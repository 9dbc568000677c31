package no.speil.search.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.speil.lexicon.GlossaryEntry;
import no.speil.search.ExpansionOptions;
import no.speil.search.ExpansionOptions.Off;
import no.speil.search.SearchRequest;
import no.speil.search.SearchRequest.Group;
import no.speil.search.SearchRequest.Sort;
import no.speil.search.SearchResult;
import no.speil.search.WordExpansion;
import no.speil.search.index.TestIndex;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the glossary has of several words, in searches. */
class GlossaryPhrasesTest {
  @TempDir Path folder;
  @AutoClose private TestIndex testIndex;

  @BeforeEach
  void open() {
    testIndex = new TestIndex(folder);
    testIndex.put(
        "a",
        "Tittel",
        "Den menneskelige verdigheten er ukrenkelig",
        "Verdigheten er mer enn menneskelig",
        "Ytringsfriheten gjelder i dag");
    testIndex.put(
        "b", "Tittel", "Noe|Freedom of expression", "Noe|Freedom and its expression", "Noe|Today");
    know(
        new GlossaryEntry("menneskelig verdighet", "human dignity"),
        new GlossaryEntry("ytringsfrihet", "the freedom of expression"),
        new GlossaryEntry("i dag", "today"));
  }

  private void know(GlossaryEntry... glossary) {
    testIndex.know(List.of(), List.of(glossary));
  }

  private SearchResult search(String query, Off... off) {
    return testIndex.search(query, new ExpansionOptions(true, Set.of(off)));
  }

  @Test
  void phrasesAreFoundByTheirTranslations() {
    assertThat(testIndex.found("human dignity")).containsExactly("a:1");
    assertThat(testIndex.found("Human dignities")).containsExactly("a:1");
    assertThat(testIndex.found("human dignity ukrenkelig")).containsExactly("a:1");
    assertThat(testIndex.found("ukrenkelig +human dignity")).isEmpty();
    assertThat(testIndex.found("dignity human")).isEmpty();
    assertThat(testIndex.found("human")).isEmpty();
    assertThat(testIndex.found("\"human dignity\"")).isEmpty();
  }

  @Test
  void wordsAndPhrasesTranslateEachOther() {
    assertThat(testIndex.found("ytringsfriheten")).containsExactlyInAnyOrder("a:3", "b:1");
    assertThat(testIndex.found("freedom of expression")).contains("a:3", "b:1");
    assertThat(testIndex.found("freedom expression")).containsExactlyInAnyOrder("b:1", "b:2");
    assertThat(testIndex.found("+ytringsfrihet")).containsExactlyInAnyOrder("a:3", "b:1");
  }

  @Test
  void aStopWordBelongsToItsPhrase() {
    assertThat(testIndex.found("today")).containsExactlyInAnyOrder("a:3", "b:3");
    assertThat(testIndex.found("i dag")).containsExactlyInAnyOrder("a:3", "b:3");
    testIndex.put("c", "Tittel", "En dag");
    assertThat(testIndex.found("today")).doesNotContain("c:1");
    assertThat(testIndex.found("dag")).doesNotContain("b:3");
  }

  @Test
  void aPhraseIsShownAndCanBeSwitchedOff() {
    assertThat(search("Human dignity").expansions())
        .containsExactly(
            new WordExpansion(
                "human dignity",
                List.of(new WordExpansion.Translation("menneskelig verdighet", 1, true, true))));
    SearchResult off = search("human dignity", new Off("human dignity", "menneskelig verdighet"));
    assertThat(TestIndex.names(off, false)).isEmpty();
    assertThat(off.expansions().getFirst().translations().getFirst().on()).isFalse();
  }

  @Test
  void whatTheArchiveDoesNotHaveIsNotShown() {
    know(new GlossaryEntry("menneskelig verdighet", "dignity of people"));
    assertThat(search("menneskelig verdighet").expansions()).isEmpty();
  }

  @Test
  void theTranslatedPhraseIsMarked() {
    String snippet =
        TestIndex.snippet(testIndex.search("human dignity").hits().getFirst().pair().original());
    assertThat(snippet)
        .isEqualTo(
            "Den <mark class=\"tr\">menneskelige</mark> <mark class=\"tr\">verdigheten</mark>"
                + " er ukrenkelig");
    assertThat(
            TestIndex.snippet(testIndex.search("today doc:a").hits().getFirst().pair().original()))
        .isEqualTo(
            "Ytringsfriheten gjelder <mark class=\"tr\">i</mark> <mark class=\"tr\">dag</mark>");
  }

  @Test
  void documentsAreFoundByPhrasesToo() {
    SearchResult result =
        testIndex.search(
            new SearchRequest(
                "human dignity",
                1,
                20,
                Sort.RELEVANCE,
                Group.DOCUMENT,
                Map.of(),
                ExpansionOptions.ALL));
    assertThat(result.documents())
        .extracting(each -> each.documentRef().document().value())
        .containsExactly("a");
  }

  @Test
  void wordsOfTheGlossaryAreNotCorrected() {
    testIndex.put("c", "Tittel", "Humant|dignite", "Humant|dignite");
    assertThat(testIndex.search("human dignity").didYouMean()).isNull();
  }
}
