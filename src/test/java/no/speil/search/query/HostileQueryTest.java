package no.speil.search.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import no.speil.ProcessorTime;
import no.speil.corpus.Side;
import no.speil.lexicon.GlossaryEntry;
import no.speil.lexicon.Lexicon;
import no.speil.lexicon.LexiconSources;
import no.speil.lexicon.TestDictionary;
import no.speil.search.ExpansionOptions;
import no.speil.search.SearchRequest;
import no.speil.search.SearchRequest.Group;
import no.speil.search.SearchRequest.Sort;
import no.speil.search.SearchResult;
import no.speil.search.WordExpansion;
import no.speil.search.index.TestIndex;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostileQueryTest {
  private static final List<String> PIECES =
      List.of(
          "klima",
          "i",
          "og",
          "AND",
          "OR",
          "NOT",
          "NEAR/5",
          "NEAR/",
          "NEAR/99999",
          "(",
          ")",
          "((",
          "\"",
          "«",
          "»",
          "“",
          "-",
          "+",
          "--",
          "=",
          "~",
          "~2",
          "~99999999",
          "*",
          "?",
          "kli*",
          "*ima",
          "*li*",
          "kl*ma",
          "klimmaa~",
          "no:",
          "en:",
          "no:(",
          "title:",
          "doc:*",
          "doc:/",
          "author:\"",
          "date:..",
          "date:2015..",
          "date:99999",
          "date:2015-99-99",
          "state:",
          "state:reviewed",
          "freshness:stale",
          "kind:*",
          "/[a-z]+(.*)*/",
          "{1 TO 2}",
          "[a TO b]",
          "\0",
          "\u0007",
          "\uD800",
          "\uDFFF",
          "😀",
          "ÆØÅ",
          "e\u0301",
          "\u202E",
          "a-b-c",
          "'",
          "\\",
          "^4",
          ":",
          "::",
          "foo:bar",
          "http://x.no/a?b=c",
          "<script>",
          "%00",
          "漢字",
          "\t",
          "\n");

  @TempDir Path folder;
  @AutoClose private TestIndex testIndex;

  @BeforeEach
  void fill() {
    testIndex = new TestIndex(folder);
    for (int i = 0; i < 50; i++) {
      testIndex.put("d" + i, "Tittel|Title", "Klima og frihet " + i + "|Climate and freedom " + i);
    }
    testIndex.put("many", "Tittel|Title", manyWords(11) + "|" + manyWords(11));
    testIndex.index.use(translations(), "");
  }

  /** Every word of the long queries, and some of the others, means eight others. */
  private Lexicon translations() {
    var entries = new ArrayList<GlossaryEntry>();
    for (int length : new int[] {5, 6, 11}) {
      List<String> words = List.of(manyWords(length).strip().split(" ", -1));
      List<String> others = List.of(manyWords(11).strip().split(" ", -1));
      for (int i = 0; i < words.size(); i++) {
        for (int j = 0; j < 8; j++) {
          String other = others.get((i + j) % others.size());
          entries.add(new GlossaryEntry(words.get(i), other));
          entries.add(new GlossaryEntry(other, words.get(i)));
          entries.add(new GlossaryEntry("klima", other));
        }
      }
    }
    return Lexicon.learn(
        testIndex.index.tokenizer(),
        new LexiconSources(
            TestIndex.pairs(testIndex.index, 100),
            TestIndex.words(testIndex.index, Side.ORIGINAL),
            TestIndex.words(testIndex.index, Side.TRANSLATION),
            TestDictionary.of(testIndex.index.tokenizer(), entries),
            List.of()));
  }

  @Test
  void everyWordOfALongQueryIsTranslatedAtMostSoOften() {
    List<WordExpansion> expansions = testIndex.search(manyWords(11)).expansions();
    assertThat(expansions).hasSizeBetween(20, 32);
    assertThat(expansions).allMatch(each -> each.translations().size() <= 4);
    assertThat(testIndex.search("klima").expansions().getFirst().translations())
        .hasSizeBetween(5, 16);
  }

  @Test
  @Tag("slow")
  void noQueryThrowsOrTakesLong() {
    var random = new Random(20150824);
    for (int i = 0; i < 500; i++) {
      ask(query(random), random);
    }
  }

  private static String query(Random random) {
    var query = new StringBuilder();
    int pieces = 1 + random.nextInt(random.nextInt(10) == 0 ? 300 : 12);
    for (int i = 0; i < pieces; i++) {
      query.append(PIECES.get(random.nextInt(PIECES.size())));
      query.append(random.nextInt(3) == 0 ? "" : " ");
    }
    return query.toString();
  }

  @Test
  void hugeAndDeepQueriesAreCut() {
    var random = new Random(1);
    for (String query :
        List.of(
            "a".repeat(100_000),
            "klima ".repeat(20_000),
            "(".repeat(100_000),
            "(a ".repeat(200) + ")".repeat(200),
            "-".repeat(500) + "klima",
            "NOT ".repeat(125) + "klima",
            "no:".repeat(170) + "klima",
            "\"".repeat(511),
            "a* ".repeat(170),
            "klimaendringer~ ".repeat(32),
            "klim* *lima ".repeat(42),
            "a-".repeat(256),
            "a-b-c-d-e-f-g-h ".repeat(32),
            "abcdefghijk ".repeat(32),
            manyWords(11),
            manyWords(6),
            manyWords(5),
            manyWords(5).replace(" ", "~ "),
            manyWords(5).replace(" ", "* "),
            manyWords(5).replace(" ", " OR "),
            "OR ".repeat(170),
            "klima NEAR/3 ".repeat(39),
            "\0".repeat(512),
            "kli" + "ø".repeat(500) + "~",
            "😀".repeat(300),
            "\u0301".repeat(512))) {
      ask(query, random);
    }
    assertThat(TestIndex.notices(testIndex.search("a".repeat(600)))).contains("query_cut[512]");
    assertThat(TestIndex.notices(testIndex.search("a b ".repeat(20)))).contains("words_cut[32]");
    assertThat(TestIndex.notices(testIndex.search("(".repeat(9) + "klima" + ")".repeat(9))))
        .contains("too_deep[8]");
  }

  private static String manyWords(int length) {
    var words = new StringBuilder();
    for (int i = 0; words.length() < QueryText.LONGEST; i++) {
      words.append((char) ('a' + i % 25)).append("bcdefghijklmnop", 0, length - 2);
      words.append((char) ('a' + i / 25)).append(' ');
    }
    return words.toString();
  }

  private void ask(String query, Random random) {
    Group group = random.nextBoolean() ? Group.SECTION : Group.DOCUMENT;
    Map<String, List<String>> filters =
        random.nextInt(4) == 0 ? Map.of("kind", List.of("letter", "")) : Map.of();
    var request =
        new SearchRequest(query, 1, 20, Sort.RELEVANCE, group, filters, ExpansionOptions.ALL);
    ProcessorTime.assertAtMost(
        200, query, () -> search(request), () -> testIndex.search("klima frihet"));
  }

  private void search(SearchRequest request) {
    SearchResult result = testIndex.search(request);
    assertThat(result.notices()).as(request.query()).hasSizeLessThanOrEqualTo(21);
  }

  @Test
  void searchOutOfTimeSaysSoAndGivesTheBestFoundSoFar() {
    fillMore();
    try (var hurried = new TestIndex(folder, Duration.ofNanos(1))) {
      SearchResult result = hurried.search("klima");
      assertThat(result.exact()).isFalse();
      assertThat(TestIndex.notices(result)).contains("timed_out[0]");
      assertThat(TestIndex.names(result, false)).isNotEmpty();
    }
    fill();
  }

  @Test
  void partialMatchesAreFoundOutOfTimeToo() {
    fillMore();
    try (var hurried = new TestIndex(folder, Duration.ofNanos(1))) {
      SearchResult result = hurried.search("klima ukjent");
      assertThat(TestIndex.notices(result)).contains("timed_out[0]", "partial[]");
      assertThat(TestIndex.names(result, true)).isNotEmpty();
    }
    fill();
  }

  /** More sections than are looked at whatever the time; none has both words. */
  private void fillMore() {
    String[] sections = new String[800];
    for (int i = 0; i < sections.length; i++) {
      sections[i] = i % 2 == 0 ? "Klima" : "Ukjent";
    }
    testIndex.put("more", sections);
    testIndex.index.commit(true);
    testIndex.close();
  }
}
