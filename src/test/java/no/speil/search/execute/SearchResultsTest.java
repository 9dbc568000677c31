package no.speil.search.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Freshness;
import no.speil.corpus.Language;
import no.speil.corpus.Metadata.Credits;
import no.speil.lexicon.GlossaryEntry;
import no.speil.search.DocumentRef;
import no.speil.search.DocumentRef.Byline;
import no.speil.search.DocumentTitles;
import no.speil.search.DueTask;
import no.speil.search.Excerpt;
import no.speil.search.Excerpt.Match;
import no.speil.search.Excerpt.Snippet;
import no.speil.search.ExpansionOptions;
import no.speil.search.Hit;
import no.speil.search.Hit.Pair;
import no.speil.search.Hit.Rank;
import no.speil.search.Hit.Reason;
import no.speil.search.IndexedDocument;
import no.speil.search.IndexedDocument.Publication;
import no.speil.search.IndexedSection.Place;
import no.speil.search.IndexedSection.Role;
import no.speil.search.IndexedStatus;
import no.speil.search.MatchKind;
import no.speil.search.SearchRequest;
import no.speil.search.SearchRequest.Group;
import no.speil.search.SearchRequest.Sort;
import no.speil.search.SearchResult;
import no.speil.search.StateFacet;
import no.speil.search.index.TestIndex;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchResultsTest {
  @TempDir Path folder;
  @AutoClose private TestIndex testIndex;

  @BeforeEach
  void open() {
    testIndex = new TestIndex(folder);
  }

  @Test
  void hitIsThePairWithBothSidesMarked() {
    testIndex.put("a", "Tittel|Title", "Amnestys <styre> & Co.|The board of \"Amnesty\"");
    Hit hit = testIndex.search("amnesty").hits().getFirst();
    assertThat(hit)
        .isEqualTo(
            new Hit(
                TestIndex.id("a", 1),
                new DocumentRef(
                    new DocumentId("a"),
                    new DocumentTitles("Tittel", "Title"),
                    new Byline(List.of("Kari Nordmann"), List.of(), "2015-08-24", ""),
                    Language.BOKMAAL),
                new Pair(
                    new Place(1, Role.TEXT, "", ""),
                    new Excerpt(
                        "Amnestys <styre> & Co.",
                        new Snippet(
                            "<mark>Amnestys</mark> &lt;styre&gt; &amp; Co.",
                            List.of(new Match(0, 8)),
                            false)),
                    new Excerpt(
                        "The board of \"Amnesty\"",
                        new Snippet(
                            "The board of &quot;<mark>Amnesty</mark>&quot;",
                            List.of(new Match(14, 21)),
                            false)),
                    ""),
                new IndexedStatus(
                    StateFacet.DRAFT, true, Freshness.UNKNOWN, DueTask.NOTHING, "", TestIndex.NOW),
                new Rank(hit.rank().score(), MatchKind.WORDS, List.of(), List.of())));
  }

  @Test
  void aTextWhoseTitleIsWhatIsAskedForComesFirst() {
    testIndex.putTitled(
        "a", "Om tilgang", "Access", "Tilgangskontroll|Access control, access control");
    testIndex.putTitled(
        "b", "Tilgangskontroll", "Access control", "Roller|Roles", "Noe|Access control");
    testIndex.putTitled("c", "Tilgangskontroll i dag", "Access control today", "Noe|Access");
    for (String query :
        List.of("access control", "Tilgangskontroll", "\"Access control\"", "access – control?")) {
      assertThat(testIndex.found(query).getFirst()).as(query).isEqualTo("b:0");
      assertThat(documents(query).getFirst()).as(query).isEqualTo("b");
    }
    assertThat(testIndex.found("doc:a access control")).isNotEmpty().doesNotContain("b:0");
  }

  @Test
  void aHitWithoutTheTypedWordSaysWhatStandsForIt() {
    testIndex.put(
        "a", "Tittel", "Kulturarven", "Kulturarv, kulturarven", "Kulturarvsåret", "Noe|Heritage");
    testIndex.know(List.of(new GlossaryEntry("kulturarv", "heritage")), List.of());
    assertThat(testIndex.search("kulturarv").hits())
        .extracting(TestIndex::name, hit -> hit.rank().reasons())
        .containsExactlyInAnyOrder(
            tuple("a:1", List.of(new Reason(Reason.Kind.FORM, "kulturarv", "kulturarven"))),
            tuple("a:2", List.of()),
            tuple("a:4", List.of(new Reason(Reason.Kind.TRANSLATION, "kulturarv", "heritage"))));
    assertThat(testIndex.search("kulturarv the").hits()).as("a left-out word").hasSize(3);
  }

  @Test
  void amongTextsATitleWeighsMoreThanASection() {
    testIndex.putTitled("a", "Noe", "Something", "Kontroll krever arbeid|Control requires work");
    testIndex.putTitled("b", "Kontroll og annet arbeid", "Control and other work", "Roller|Roles");
    assertThat(documents("control")).containsExactly("b", "a");
    assertThat(testIndex.found("control").getFirst()).isEqualTo("a:1");
  }

  @Test
  void whatIsNoSentenceWeighsLess() {
    testIndex.put(
        "a",
        "Tittel",
        "https://no.wikipedia.org/sjekksum",
        "\"MD5 sjekksum 90\"",
        "En sjekksum er laget av alle tall i en fil, og den er en annen i en annen fil");
    assertThat(testIndex.found("sjekksum").getFirst()).isEqualTo("a:3");
  }

  @Test
  void sectionsOfAWildcardAreRankedByTheWordsThatMatch() {
    testIndex.put("a", "Tittel", "Vi bevarer", "Bevaring er noe vi bevarer", "Bevaring");
    assertThat(testIndex.found("bevar*")).hasSize(3).startsWith("a:2");
    assertThat(testIndex.found("*ing")).containsExactlyInAnyOrder("a:2", "a:3");
  }

  private List<String> documents(String query) {
    return testIndex
        .search(
            new SearchRequest(
                query, 1, 20, Sort.RELEVANCE, Group.DOCUMENT, Map.of(), ExpansionOptions.ALL))
        .documents()
        .stream()
        .map(each -> each.documentRef().document().value())
        .toList();
  }

  @Test
  void scriptsInTextAndQueryComeOutAsText() {
    testIndex.put("a", "Tittel", "Her er <script>alert('x')</script> klima");
    Hit hit = testIndex.search("<script> klima").hits().getFirst();
    assertThat(TestIndex.snippet(hit.pair().original()))
        .isEqualTo(
            "Her er &lt;<mark>script</mark>&gt;alert(&#39;x&#39;)&lt;/<mark>script</mark>&gt;"
                + " <mark>klima</mark>");
  }

  @Test
  void phrasesPrefixesAndSuffixesAreMarkedAsTheyWereAsked() {
    testIndex.put("a", "Tittel", "Fri rett, rett fri: skolebarna og folkeavstemningen");
    assertThat(snippet("\"rett fri\""))
        .isEqualTo("Fri rett, <mark>rett</mark> <mark>fri</mark>: skolebarna og folkeavstemningen");
    assertThat(snippet("skoleb* *stemningen"))
        .isEqualTo("Fri rett, rett fri: <mark>skolebarna</mark> og <mark>folkeavstemningen</mark>");
    assertThat(snippet("skolebarn NEAR/3 folkeavstemning"))
        .isEqualTo("Fri rett, rett fri: <mark>skolebarna</mark> og <mark>folkeavstemningen</mark>");
  }

  private String snippet(String query) {
    return TestIndex.snippet(testIndex.search(query).hits().getFirst().pair().original());
  }

  @Test
  void longTextsAreCutAtWordsAroundWhatWasFound() {
    String filler = "lang tekst uten innhold ".repeat(40);
    testIndex.put("a", "Tittel", filler + "Amnesty " + filler + "|" + filler.strip());
    Pair pair = testIndex.search("amnesty").hits().getFirst().pair();
    assertThat(TestIndex.snippet(pair.original()))
        .startsWith("…")
        .endsWith("…")
        .contains(" <mark>Amnesty</mark> ")
        .hasSizeBetween(200, 340);
    assertThat(TestIndex.snippet(pair.translation()))
        .isEqualTo(filler.substring(0, 299).stripTrailing() + "…");
  }

  @Test
  void aSnippetTellsItsMatchesAndWhetherItIsCut() {
    String filler = "lang tekst uten innhold ".repeat(40);
    testIndex.put("a", "Tittel", "Om klima, og mer …|Climate " + filler);
    Pair pair = testIndex.search("klima").hits().getFirst().pair();
    assertThat(pair.original())
        .isEqualTo(
            new Excerpt(
                "Om klima, og mer …",
                new Snippet("Om <mark>klima</mark>, og mer …", List.of(new Match(3, 8)), false)));
    Snippet other = Objects.requireNonNull(pair.translation()).snippet();
    assertThat(other.matches()).isEmpty();
    assertThat(other.cut()).isTrue();
  }

  @Test
  void sectionsWithMostOfTheWordsFollowThoseWithAll() {
    testIndex.put("a", "Tittel", "Klima og frihet", "Klima, frihet og fred", "Bare fred");
    SearchResult result = testIndex.search("klima frihet fred");
    assertThat(result.total()).isEqualTo(1);
    assertThat(TestIndex.names(result, false)).containsExactly("a:2");
    assertThat(TestIndex.names(result, true)).containsExactly("a:1");
    assertThat(TestIndex.notices(result)).containsExactly("partial[]");
  }

  @Test
  void theTextOfAPictureRanksBelowRunningText() {
    testIndex.put(
        "a",
        "Tittel",
        "!Logoen for bevaring",
        "I dag feirer vi bevaring, sammen med biblioteker og arkiver over hele verden, og i år"
            + " handler det om hva vi skal ta vare på");
    assertThat(testIndex.found("bevaring")).containsExactly("a:2", "a:1");
    assertThat(testIndex.search("bevaring").hits().getLast().pair().place())
        .isEqualTo(new Place(1, Role.PICTURE, "", ""));
  }

  @Test
  void aDocumentIsFoundByItsNamesAtItsTitle() {
    IndexedDocument head = TestIndex.head("a");
    testIndex.put(
        new IndexedDocument(
            head.id(),
            head.titles(),
            head.language(),
            new Publication(
                new Credits(
                    List.of("Amnestys kvinnegruppe"), List.of(), "Kvinnefronten", List.of()),
                new Credits(
                    List.of("The Women’s Rights Group"),
                    List.of("Ola Tolk"),
                    "Coalition Against Trafficking in Women (CATW)",
                    List.of()),
                List.of("CC BY 4.0"),
                "http://x.test/"),
            head.classification(),
            head.access(),
            head.summary()),
        "Styret må gå|The board must go",
        "Noe annet|Something else");
    for (String query :
        List.of(
            "Kvinnefronten",
            "kvinnefront*",
            "CATW",
            "Coalition Against Trafficking in Women",
            "\"Against Trafficking\"",
            "women's rights group",
            "Tolk",
            "publisher:kvinnefronten title:title",
            "publisher:\"coalition against\"",
            "author:\"rights group\"",
            "rights:\"CC BY\"")) {
      assertThat(testIndex.found(query)).as(query).contains("a:0");
    }
    assertThat(testIndex.found("rights:kvinnefronten")).isEmpty();
    assertThat(testIndex.found("\"CC BY\"")).as("said of nearly every text").isEmpty();
    Hit hit = testIndex.search("kvinnefronten styret").hits().getFirst();
    assertThat(hit.pair().names()).isEqualTo("<mark>Kvinnefronten</mark>");
    assertThat(TestIndex.snippet(hit.pair().original())).isEqualTo("<mark>Styret</mark> må gå");
    assertThat(hit.documentRef().byline())
        .isEqualTo(
            new Byline(
                List.of("Amnestys kvinnegruppe"),
                List.of("The Women’s Rights Group"),
                "2015-08-24",
                "http://x.test/"));
  }

  @Test
  void headingRanksBelowTheTextItHeads() {
    testIndex.put(
        "a",
        "Amnesty|Amnesty",
        "#Klima",
        "I dette brevet skriver vi om mye, blant annet om klima og hva det betyr for folk flest.",
        "Et styre skal svare for Amnesty i alle saker som medlemmene reiser på et møte.");
    assertThat(testIndex.found("klima")).containsExactly("a:2", "a:1");
    assertThat(testIndex.found("amnesty")).containsExactly("a:3", "a:0");
  }

  @Test
  void facetsCountAndAChosenOneKeepsItsOthers() {
    testIndex.put(TestIndex.head("a", "2015", "letter", "Kari"), "Tittel", "Klima her");
    testIndex.put(
        TestIndex.head("b", "2014-02", "statement", "Kari", "Ola"), "Tittel", "Klima der");
    testIndex.put(TestIndex.head("c", "", "letter"), "Tittel", "Klima borte");
    SearchResult all = testIndex.search("klima");
    assertThat(all.facets())
        .isEqualTo(
            Map.of(
                "kind", TestIndex.counts("letter", 2, "statement", 1),
                "author", TestIndex.counts("Kari", 2, "Ola", 1),
                "year", TestIndex.counts("2014", 1, "2015", 1),
                "publisher", List.of(),
                "rights", List.of(),
                "language", TestIndex.counts("nb", 3),
                "state", TestIndex.counts("draft", 3),
                "freshness", TestIndex.counts("unknown", 3),
                "subject", TestIndex.counts("frihet", 3, "klima", 3)));
    SearchResult letters = testIndex.search("klima", Map.of("kind", List.of("letter")));
    assertThat(letters.total()).isEqualTo(2);
    assertThat(letters.facets().get("kind")).isEqualTo(all.facets().get("kind"));
    assertThat(letters.facets().get("author")).isEqualTo(TestIndex.counts("Kari", 1));
    assertThat(testIndex.search("klima", Map.of("kind", List.of("letter", "statement"))).total())
        .isEqualTo(3);
    assertThat(TestIndex.notices(testIndex.search("klima", Map.of("colour", List.of("red")))))
        .containsExactly("unknown_filter[colour]");
  }

  @Test
  void pagesFollowEachOtherAndEnd() {
    String[] texts = IntStream.range(0, 45).mapToObj(i -> "Klima " + i).toArray(String[]::new);
    testIndex.put("a", texts);
    assertThat(page(1)).hasSize(20).startsWith("a:1");
    assertThat(page(2)).hasSize(20).doesNotContainAnyElementsOf(page(1));
    assertThat(page(3)).hasSize(5);
    assertThat(page(4)).isEmpty();
    SearchResult far = testIndex.search(request(501, Sort.RELEVANCE, Group.SECTION));
    assertThat(far.hits()).isEmpty();
    assertThat(TestIndex.notices(far)).containsExactly("page_limit[10000]");
  }

  private List<String> page(int page) {
    return TestIndex.names(testIndex.search(request(page, Sort.RELEVANCE, Group.SECTION)), false);
  }

  private static SearchRequest request(int page, Sort sort, Group group) {
    return new SearchRequest("klima", page, 20, sort, group, Map.of(), ExpansionOptions.ALL);
  }

  @Test
  void newestCanStandFirst() {
    testIndex.put(TestIndex.head("a", "2014", "letter"), "Tittel", "Klima");
    testIndex.put(TestIndex.head("b", "", "letter"), "Tittel", "Klima klima");
    testIndex.put(TestIndex.head("c", "2015-02", "letter"), "Tittel", "Klima");
    assertThat(TestIndex.names(testIndex.search(request(1, Sort.DATE, Group.SECTION)), false))
        .containsExactly("c:1", "a:1", "b:1");
  }

  @Test
  void documentsMayHaveTheWordsInDifferentSections() {
    testIndex.put("a", "Tittel", "Klima her", "Frihet der", "Uten ord");
    testIndex.put("b", "Tittel", "Klima alene");
    testIndex.put("c", "Tittel", "Klima og frihet", "Krig");
    assertThat(grouped("klima frihet")).containsExactlyInAnyOrder("a: 1 2", "c: 1");
    assertThat(grouped("klima frihet -krig")).containsExactly("a: 1 2");
    assertThat(grouped("klima frihet -en:krig")).containsExactlyInAnyOrder("a: 1 2", "c: 1");
    assertThat(grouped("klima OR krig")).containsExactlyInAnyOrder("a: 1", "b: 1", "c: 1 2");
    assertThat(grouped("fravær")).isEmpty();
  }

  private List<String> grouped(String query) {
    SearchResult result =
        testIndex.search(
            new SearchRequest(
                query, 1, 20, Sort.RELEVANCE, Group.DOCUMENT, Map.of(), ExpansionOptions.ALL));
    assertThat(result.total()).isEqualTo(result.documents().size());
    return result.documents().stream()
        .map(
            document ->
                document.documentRef().document()
                    + ":"
                    + document.sections().stream()
                        .map(hit -> " " + TestIndex.name(hit).split(":", 2)[1])
                        .sorted()
                        .reduce("", String::concat))
        .toList();
  }

  @Test
  void documentsWithTheWordsThemselvesComeBeforeThoseWithTranslations() {
    String filler = " and much more is said here of many other things, so that it counts for less";
    testIndex.put("a", "|Tittel", "Styret og stemmen|");
    testIndex.put("b", "|Title", "|The vote" + filler, "|The board" + filler);
    testIndex.put("c", "|Title", "|The vote, and what the board says" + filler + filler);
    testIndex.know(
        List.of(),
        List.of(new GlossaryEntry("styret", "board"), new GlossaryEntry("stemmen", "vote")));
    assertThat(grouped("vote board")).containsExactly("c: 1", "b: 1 2", "a: 1");
    assertThat(grouped("stemmen styret")).startsWith("a: 1");
  }
}
