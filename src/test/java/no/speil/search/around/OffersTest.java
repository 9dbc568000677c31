package no.speil.search.around;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import no.speil.corpus.Language;
import no.speil.lexicon.Lexicon;
import no.speil.lexicon.Sources;
import no.speil.search.Completion;
import no.speil.search.Completion.Kind;
import no.speil.search.Expand;
import no.speil.search.Hit;
import no.speil.search.IndexedDocument;
import no.speil.search.SearchRequest;
import no.speil.search.SearchRequest.Group;
import no.speil.search.SearchRequest.Sort;
import no.speil.search.Titles;
import no.speil.search.index.Shelf;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is offered before, beside and after a search. */
class OffersTest {
  @TempDir Path folder;
  private Shelf shelf;

  @BeforeEach
  void fill() {
    shelf = new Shelf(folder);
    shelf.put(
        titled("språk", "Språk og språkvern", "Language and its care"),
        "Språk og språkvern|Language and its care",
        "#Språkrådet svarer|The council answers",
        "Språket er språkets egen sak, og menneskerettigheter er alles.|Language is for all.",
        "Menneskerettigheter for alle språk|Human rights for every language",
        "Menneskerettighetene gjelder på alle språk|Rights hold in every language",
        "Ærlig talt om rettigheter og referendum",
        "Talt|The word referendum stands here");
    shelf.put(
        titled("brev", "Et brev om språket", "A letter"),
        "Et brev om språket|A letter",
        "#Språkrådet svarer|The council answers",
        "Vi skriver om været|We write of the weather");
  }

  @AfterEach
  void close() {
    shelf.close();
  }

  private static IndexedDocument titled(String id, String original, String translation) {
    IndexedDocument head = Shelf.head(id);
    return new IndexedDocument(
        head.id(),
        new Titles(original, translation),
        head.language(),
        head.credits(),
        head.classification(),
        head.card());
  }

  // did you mean

  @Test
  void aMistypedWordIsOfferedAsPeopleWriteIt() {
    assertThat(meant("menneskeretigheter")).isEqualTo("menneskerettigheter");
    assertThat(meant("spraak")).isNull();
    assertThat(meant("Sporåk")).isEqualTo("språk");
    assertThat(meant("langauge")).isEqualTo("language");
  }

  @Test
  void onlyTheMistypedWordsAreReplaced() {
    assertThat(meant("  (langauge OR  =Xyz), +\"every language\" -vær"))
        .isEqualTo("  (language OR  =Xyz), +\"every language\" -vær");
    assertThat(meant("no:mennesker*  en:langauge!")).isEqualTo("no:mennesker*  en:language!");
  }

  @Test
  void whatIsExcludedOrExactOrInAFieldIsLeftAsItIs() {
    assertThat(meant("-langauge weathr")).isEqualTo("-langauge weather");
    assertThat(meant("=langauge")).isNull();
    assertThat(meant("\"langauge\"")).isNull();
    assertThat(meant("title:langauge")).isNull();
  }

  @Test
  void nothingIsOfferedThatFindsNoMore() {
    assertThat(meant("en:sporåk")).isNull();
    assertThat(shelf.search("langauge", Map.of("kind", List.of("statement"))).didYouMean())
        .isNull();
  }

  @Test
  void whatFindsEnoughIsTakenAsItIs() {
    assertThat(shelf.search("language OR langauge").total()).isGreaterThan(2);
    assertThat(meant("language OR langauge")).isNull();
  }

  @Test
  void aLongQueryIsNotSpelt() {
    assertThat(meant("langauge" + " every".repeat(7))).isEqualTo("language" + " every".repeat(7));
    assertThat(meant("langauge" + " every".repeat(8))).isNull();
  }

  @Test
  void documentsAreMeantToo() {
    SearchRequest request =
        new SearchRequest("langauge", 1, 20, Sort.RELEVANCE, Group.DOCUMENT, Map.of(), Expand.ALL);
    assertThat(shelf.index.search(request).didYouMean()).isEqualTo("language");
  }

  @Test
  void aCompoundIsSpeltAsItStandsOrAsItsPartsDo() {
    shelf.put("c", "Tittel", "Klimapolitikk i kommunene", "En kommunes klima", "Tom politikk");
    assertThat(meant("klimapoltikk")).isEqualTo("klimapolitikk");
    assertThat(meant("klimapoltikken")).isEqualTo("klimapolitikken");
    shelf.put("d", "Tittel", "Vann og vern", "Politikken for vannet", "Verneverdier", "Ærlighet");
    assertThat(meant("vannpoltikken")).isEqualTo("vannpolitikken");
    assertThat(meant("politkkvannet")).isEqualTo("politikkvannet");
    assertThat(meant("Språkpoltikken og vannet")).isEqualTo("språkpolitikken og vannet");
    assertThat(meant("vannaerlighett")).isEqualTo("vannærlighet");
  }

  @Test
  void aCompoundOfWordsIsLeftAsItIs() {
    shelf.put("c", "Tittel", "Klima", "Politikk", "Vannets politikk");
    assertThat(meant("klimavannets")).isNull();
    assertThat(meant("klimapolitisk")).isEqualTo("klimapolitikk");
    shelf.index.use(
        Lexicon.learn(
            shelf.index.cutting(),
            new Sources(
                sink -> {},
                sink -> {},
                sink -> {},
                List.of(new Sources.Entry("politisk", "political")),
                List.of())),
        "");
    assertThat(meant("klimapolitisk")).isNull();
    assertThat(meant("klimaxxxxxx")).isNull();
    assertThat(meant("klima2poltikk")).isNull();
  }

  private @Nullable String meant(String query) {
    return shelf.search(query).didYouMean();
  }

  // suggestions while typing

  @Test
  void wordsThenTitlesThenHeadingsComplete() {
    assertThat(shelf.index.complete("sprak"))
        .containsExactly(
            word("språket"),
            word("språkrådet"),
            new Completion(
                Kind.TITLE, "Språk og språkvern", Language.BOKMAAL, Shelf.id("språk", 0)),
            new Completion(Kind.TITLE, "Et brev om språket", Language.BOKMAAL, Shelf.id("brev", 0)),
            new Completion(
                Kind.HEADING, "Språkrådet svarer", Language.BOKMAAL, Shelf.id("språk", 1)));
  }

  @Test
  void bothLanguagesComplete() {
    assertThat(shelf.index.complete("the cou"))
        .contains(
            new Completion(
                Kind.HEADING, "The council answers", Language.ENGLISH, Shelf.id("språk", 1)));
    assertThat(shelf.index.complete("lang")).contains(word("language"));
  }

  @Test
  void theLastWordIsCompletedAndTheRestStays() {
    assertThat(shelf.index.complete("no:klima -\"menneskere"))
        .containsExactly(word("no:klima -\"menneskerettigheter"));
  }

  @Test
  void oneFormOfAWordIsEnough() {
    assertThat(shelf.index.complete("menneskerettig")).containsExactly(word("menneskerettigheter"));
  }

  @Test
  void whatBeginsJustAsTypedStandsFirst() {
    shelf.put("o", "Tittel", "øverst øverst", "øverst her", "Øverst", "overalt|overall", "overalt");
    assertThat(shelf.index.complete("over"))
        .extracting(Completion::text)
        .containsExactly("overalt", "øverst");
    assertThat(shelf.index.complete("øver"))
        .extracting(Completion::text)
        .containsExactly("øverst", "overalt");
  }

  @Test
  void nothingIsCompletedThatIsTooShortOrTooLong() {
    assertThat(shelf.index.complete("s")).isEmpty();
    assertThat(shelf.index.complete("")).isEmpty();
    assertThat(shelf.index.complete("språk ".repeat(100))).isEmpty();
    assertThat(shelf.index.complete("språk ")).extracting(Completion::kind).contains(Kind.TITLE);
  }

  @Test
  void whatIsWrittenNowCompletesNow() {
    shelf.put(titled("ny", "Zoologi", "Zoology"), "Zoologi|Zoology");
    assertThat(shelf.index.complete("zoo")).extracting(Completion::text).contains("Zoologi");
    shelf.index.remove(Shelf.head("ny").id());
    shelf.index.refresh();
    assertThat(shelf.index.complete("zoo")).isEmpty();
  }

  @Test
  void manyWordsThatBeginAlikeHideNoOthers() {
    String many =
        IntStream.range(0, 20_000)
            .mapToObj(i -> "frab" + Integer.toString(i, 36))
            .reduce(new StringBuilder(), (all, each) -> all.append(each).append(' '), (a, b) -> a)
            .toString();
    shelf.put("mange", "Tittel", many, "frihet", "frihet");
    assertThat(shelf.index.complete("fr")).containsExactly(word("frihet"));
  }

  private static Completion word(String text) {
    return new Completion(Kind.WORD, text, Language.UNDETERMINED, null);
  }

  // more like this

  @Test
  void sectionsAreLikeOnEitherSideAndNeverThemselves() {
    shelf.put(
        "c",
        "Tittel|Title",
        "Retten til frihet|The flight of liberty",
        "Enhver har rett til liv og frihet",
        "Fisk og poteter|Everyone has liberty and fish",
        "Noe helt annet|Something else");
    assertThat(similar("c", 1))
        .startsWith("c:2")
        .filteredOn(name -> name.startsWith("c:"))
        .containsExactly("c:2", "c:3");
    assertThat(similar("c", 4)).isEmpty();
    Hit first = shelf.index.similar(Shelf.id("c", 1), 1).getFirst();
    assertThat(Shelf.snippet(first.pair().original()))
        .isEqualTo("Enhver har <mark>rett</mark> til liv og <mark>frihet</mark>");
  }

  @Test
  void nothingIsLikeASectionThatIsUnknown() {
    assertThat(similar("finnes-ikke", 0)).isEmpty();
  }

  private List<String> similar(String document, int position) {
    return shelf.index.similar(Shelf.id(document, position), 10).stream().map(Shelf::name).toList();
  }
}
