package no.speil.search.execute;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.speil.corpus.Side;
import no.speil.search.Concordance;
import no.speil.search.Concordance.KwicContext;
import no.speil.search.Concordance.TextLine;
import no.speil.search.ConcordanceRequest;
import no.speil.search.ConcordanceRequest.By;
import no.speil.search.Excerpt;
import no.speil.search.ExpansionOptions;
import no.speil.search.SearchNotice;
import no.speil.search.SearchRequest;
import no.speil.search.SearchRequest.Group;
import no.speil.search.SearchRequest.Sort;
import no.speil.search.WordPattern;
import no.speil.search.index.TestIndex;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConcordanceTest {
  @TempDir Path folder;
  @AutoClose private TestIndex testIndex;

  @BeforeEach
  void open() {
    testIndex = new TestIndex(folder);
  }

  @Test
  void everyMatchIsALineWithItsContextAndItsSection() {
    testIndex.put("a", "Tittel", "Klimaet endrer seg.\nOg klimaet bestemmer.|The climate changes.");
    Concordance found = lines("klimaet", By.SECTION);
    assertThat(found.lines().stream().map(Concordance.Line::context))
        .containsExactly(
            new KwicContext("", "Klimaet", " endrer seg. Og klimaet bestemmer."),
            new KwicContext("Klimaet endrer seg. Og ", "klimaet", " bestemmer."));
    assertThat(found.lines().stream().map(line -> TestIndex.name(line.hit())))
        .containsExactly("a:1", "a:1");
    assertThat(TestIndex.snippet(found.lines().getFirst().hit().pair().translation()))
        .isEqualTo("The climate changes.");
    assertThat(found.total()).isEqualTo(2);
    assertThat(found.sections()).isEqualTo(1);
    assertThat(found.exact()).isTrue();
    assertThat(found.notices()).isEmpty();
  }

  @Test
  void matchesInBothTextsAreLinesOfTheirOwn() {
    testIndex.put("a", "Tittel", "Om Amnesty.|Amnesty said so.");
    assertThat(lines("amnesty", By.SECTION).lines().stream().map(Concordance.Line::side))
        .containsExactly(Side.ORIGINAL, Side.TRANSLATION);
    assertThat(shown("en:amnesty", By.SECTION)).containsExactly("[Amnesty] said so.");
  }

  @Test
  void linesAreSortedByTheWordsBeforeTheNearestFirst() {
    testIndex.put(
        "a",
        "Tittel",
        "en ny sak",
        "den gamle sak",
        "Åpen sak",
        "ærlig sak",
        "Øde sak",
        "min gamle, sak",
        "sak",
        "Zoologisk sak");
    assertThat(shown("sak", By.LEFT))
        .containsExactly(
            "[sak]",
            "den gamle [sak]",
            "min gamle, [sak]",
            "en ny [sak]",
            "Zoologisk [sak]",
            "ærlig [sak]",
            "Øde [sak]",
            "Åpen [sak]");
  }

  @Test
  void linesAreSortedByTheWordsAfter() {
    testIndex.put(
        "a", "Tittel", "sak øst", "sak Ærlig", "sak: a b", "sak a", "sak Zen", "sak åpen");
    assertThat(shown("sak", By.RIGHT))
        .containsExactly(
            "[sak] a", "[sak]: a b", "[sak] Zen", "[sak] Ærlig", "[sak] øst", "[sak] åpen");
  }

  @Test
  void thePhraseIsOnePlaceAndASentencesEndPartsTwo() {
    testIndex.put("a", "Tittel", "Da må styret gå. Styret må gå, sa vi.");
    assertThat(shown("\"styret må gå\"", By.SECTION))
        .containsExactly("Da må styret gå. [Styret må gå], sa vi.");
    assertThat(shown("+gå +styret", By.SECTION))
        .containsExactly(
            "Da må [styret gå]. Styret må gå, sa vi.",
            "Da må styret gå. [Styret] må gå, sa vi.",
            "Da må styret gå. Styret må [gå], sa vi.");
  }

  @Test
  void linesAreWhatSnippetsMark() {
    testIndex.put(
        "a",
        "Tittel",
        "Barnets rett til utdanning og barnevernets plikt|A right of the child",
        "Retten til mat; barn har rett til mat.|Children have rights.",
        "Rettferdig for barna <b>&amp;</b> ungdommen|Just");
    for (String query :
        List.of("barn rett", "rett*", "barnets", "\"rett til\"", "utdannung~", "*mat")) {
      Concordance found = lines(query, By.SECTION);
      long marked =
          testIndex.search(query).hits().stream()
              .filter(hit -> !hit.rank().isGuess())
              .flatMap(
                  hit ->
                      java.util.stream.Stream.of(hit.pair().original(), hit.pair().translation()))
              .mapToLong(ConcordanceTest::places)
              .sum();
      assertThat((long) found.total()).as(query).isEqualTo(marked).isPositive();
    }
  }

  private static long places(@Nullable Excerpt excerpt) {
    String joined =
        excerpt == null ? "" : excerpt.snippet().html().replaceAll("</mark>([ ,]*)<mark>", "$1");
    return Pattern.compile("<mark>").matcher(joined).results().count();
  }

  @Test
  void pagesAreOfLines() {
    testIndex.put("a", "Tittel", "sak e, sak d, sak c", "sak b, sak a");
    assertThat(shown(request("sak", 2, 2, Sort.RELEVANCE), By.RIGHT))
        .containsExactly("sak e, sak d, [sak] c", "sak e, [sak] d, sak c");
    assertThat(shown(request("sak", 9, 2, Sort.RELEVANCE), By.RIGHT)).isEmpty();
    assertThat(lines(request("sak", 9, 2, Sort.RELEVANCE), By.RIGHT).total()).isEqualTo(5);
  }

  @Test
  void theArchivesOrderCanBeAskedFor() {
    testIndex.put("b", "Tittel", "sak b1", "lang tekst om en helt annen sak b2");
    testIndex.put("a", "Tittel", "og enda en lang tekst om en sak a1", "sak a2");
    assertThat(
            lines(request("sak", 1, 20, Sort.DOCUMENT), By.SECTION).lines().stream()
                .map(line -> TestIndex.name(line.hit())))
        .containsExactly("a:1", "a:2", "b:1", "b:2");
  }

  @Test
  void unreadSectionsAreMentionedInANotice() {
    String[] sections =
        IntStream.rangeClosed(1, 1_003).mapToObj(i -> "sak nummer " + i).toArray(String[]::new);
    testIndex.put("a", sections);
    Concordance found = lines("sak", By.LEFT);
    assertThat(found.total()).isEqualTo(1_000);
    assertThat(found.sections()).isEqualTo(1_003);
    assertThat(found.exact()).isFalse();
    assertThat(found.notices())
        .containsExactly(SearchNotice.of(SearchNotice.Kind.LINES_LIMIT, "1000", "1003"));
  }

  @Test
  void linesAreNoMoreThanTenThousand() {
    String many = "sak, nei. ".repeat(2_000);
    testIndex.put("a", "Tittel", many, many, many, many, many, many);
    Concordance found = lines("sak", By.SECTION);
    assertThat(found.total()).isEqualTo(10_000);
    assertThat(found.notices())
        .containsExactly(SearchNotice.of(SearchNotice.Kind.LINES_LIMIT, "5", "6"));
  }

  @Test
  void readingEndsWithItsTime() {
    testIndex.close();
    try (var hurried = new TestIndex(folder, Duration.ofNanos(1))) {
      hurried.put("a", "sak", "sak", "sak", "sak", "sak");
      Concordance found =
          hurried.index.search(
              searcher ->
                  searcher.concordance(
                      new ConcordanceRequest(SearchRequest.of("sak"), null, By.SECTION, null)));
      assertThat(found.exact()).isFalse();
      assertThat(found.notices()).isNotEmpty();
    }
    testIndex = new TestIndex(folder);
  }

  @Test
  void contextIsCutBetweenWordsAndNeverInsideACharacter() {
    String wall = "😀".repeat(80);
    String words = "ord ".repeat(60);
    testIndex.put("a", "Tittel", wall + " sak " + wall, words + "sak " + words);
    List<KwicContext> contexts =
        lines(request("sak", 1, 20, Sort.DOCUMENT), By.SECTION).lines().stream()
            .map(Concordance.Line::context)
            .toList();
    assertThat(contexts.getFirst())
        .isEqualTo(new KwicContext("😀".repeat(50) + " ", "sak", " " + "😀".repeat(49)));
    assertThat(contexts.getLast())
        .isEqualTo(new KwicContext("ord ".repeat(25), "sak", " " + "ord ".repeat(24) + "ord"));
  }

  @Test
  void aSearchWithoutWordsHasSectionsAndNoLines() {
    testIndex.put("a", "Tittel", "sak");
    Concordance found = lines("state:draft", By.LEFT);
    assertThat(found.sections()).isEqualTo(2);
    assertThat(found.lines()).isEmpty();
    assertThat(lines("", By.LEFT).sections()).isZero();
  }

  @Test
  void linesAreOfSomeWordsOnlyIfTheseAreNamed() {
    testIndex.put("a", "Tittel", "Styret reiser krav. Kravene reises.", "Krav, krav, krav!");
    assertThat(shown(new WordPattern(Side.ORIGINAL, List.of("krav", "KRAVENE"), List.of(), 0, 0)))
        .containsExactly(
            "Styret reiser [krav]. Kravene reises.",
            "Styret reiser krav. [Kravene] reises.",
            "[Krav], krav, krav!",
            "Krav, [krav], krav!",
            "Krav, krav, [krav]!");
    assertThat(shown(new WordPattern(Side.ORIGINAL, List.of("krav krav"), List.of(), 0, 0)))
        .containsExactly("[Krav, krav], krav!", "Krav, [krav, krav]!");
    assertThat(shown(new WordPattern(Side.TRANSLATION, List.of("krav"), List.of(), 0, 0)))
        .isEmpty();
  }

  @Test
  void sectionsComeAsIfShuffledAndAlwaysInTheSameWayForASeed() {
    testIndex.put("a", IntStream.range(0, 60).mapToObj(i -> "Sak " + i).toArray(String[]::new));
    List<String> first = shuffled(1);
    assertThat(shuffled(1)).isEqualTo(first);
    assertThat(shuffled(2)).isNotEqualTo(first).containsExactlyInAnyOrderElementsOf(first);
    assertThat(first)
        .hasSize(60)
        .isNotEqualTo(shown(request("sak", 1, 60, Sort.DOCUMENT), By.SECTION));
    List<String> streamed =
        testIndex.index.search(
            searcher -> {
              try (Stream<TextLine> lines = searcher.lines(random(1))) {
                return lines
                    .map(line -> "[" + line.context().match() + "]" + line.context().after())
                    .toList();
              }
            });
    assertThat(streamed).isEqualTo(first);
  }

  private List<String> shuffled(long seed) {
    Concordance found = testIndex.index.search(searcher -> searcher.concordance(random(seed)));
    return shown(found);
  }

  private static ConcordanceRequest random(long seed) {
    return new ConcordanceRequest(request("sak", 1, 60, Sort.RELEVANCE), seed, By.SECTION, null);
  }

  @Test
  void linesReachFromAWordToTheOneItIsBeside() {
    testIndex.put("a", "Tittel", "Han reiser nye krav. Krav som han aldri mer reiser, reiser han.");
    List<String> reise = List.of("reiser");
    assertThat(shown(new WordPattern(Side.ORIGINAL, List.of("krav"), reise, 0, 2)))
        .containsExactly("Han [reiser nye krav]. Krav som han aldri mer reiser, reiser han.");
    assertThat(shown(new WordPattern(Side.ORIGINAL, List.of("krav"), reise, 0, 3))).hasSize(2);
    assertThat(shown(new WordPattern(Side.ORIGINAL, List.of("krav"), reise, 5, 1)))
        .containsExactly("Han reiser nye krav. [Krav som han aldri mer reiser], reiser han.");
    assertThat(shown(new WordPattern(Side.ORIGINAL, List.of("han"), reise, 1, 1)))
        .containsExactly(
            "[Han reiser] nye krav. Krav som han aldri mer reiser, reiser han.",
            "Han reiser nye krav. Krav som han aldri mer reiser, [reiser han].");
    assertThat(shown(new WordPattern(Side.ORIGINAL, reise, reise, 5, 5))).isEmpty();
    assertThat(shown(new WordPattern(Side.ORIGINAL, List.of("han"), List.of("!"), 5, 5))).isEmpty();
  }

  private List<String> shown(WordPattern words) {
    var all =
        new SearchRequest(
            "krav", 1, 20, Sort.DOCUMENT, Group.SECTION, Map.of(), ExpansionOptions.NONE);
    Concordance found =
        testIndex.index.search(
            searcher -> searcher.concordance(new ConcordanceRequest(all, null, By.SECTION, words)));
    return shown(found);
  }

  private List<String> shown(String query, By by) {
    return shown(request(query, 1, 20, Sort.RELEVANCE), by);
  }

  private List<String> shown(SearchRequest request, By by) {
    return shown(lines(request, by));
  }

  private static List<String> shown(Concordance found) {
    return found.lines().stream()
        .map(Concordance.Line::context)
        .map(context -> context.before() + "[" + context.match() + "]" + context.after())
        .toList();
  }

  private Concordance lines(String query, By by) {
    return lines(SearchRequest.of(query), by);
  }

  private Concordance lines(SearchRequest request, By by) {
    return testIndex.index.search(
        searcher -> searcher.concordance(new ConcordanceRequest(request, null, by, null)));
  }

  private static SearchRequest request(String query, int page, int size, Sort sort) {
    return new SearchRequest(
        query, page, size, sort, Group.SECTION, Map.of(), ExpansionOptions.ALL);
  }
}
