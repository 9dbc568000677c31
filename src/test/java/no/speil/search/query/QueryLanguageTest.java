package no.speil.search.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import no.speil.corpus.Freshness;
import no.speil.corpus.State;
import no.speil.search.IndexedDocument;
import no.speil.search.index.TestIndex;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueryLanguageTest {
  @TempDir Path folder;
  @AutoClose private TestIndex testIndex;

  @BeforeEach
  void fill() {
    testIndex = new TestIndex(folder);
    testIndex.put(
        TestIndex.head("2015/styret", "2015-08-24", "letter", "Kari Nordmann"),
        "Styret må gå|The board must go",
        "Klima og frihet for kvinner|Climate and freedom for women",
        "Klima og fred|The weather and peace",
        "Bare klima på norsk");
    testIndex.put(
        TestIndex.head("2014/Søknad", "2014", "statement", "Åse Ødegård", "Per Hansen"),
        "Søknad|Application",
        "En søm til noen kroner|A seam for some money",
        "Folkeavstemningen var i skolen|The referendum was held at school");
  }

  @Test
  void phrasesAreExactAndInOrder() {
    assertThat(testIndex.found("\"klima og frihet\"")).containsExactly("2015/styret:1");
    assertThat(testIndex.found("«frihet og klima»")).isEmpty();
    assertThat(testIndex.found("“Klima og Frihet”")).containsExactly("2015/styret:1");
    assertThat(testIndex.found("\"klima kvinner\"")).isEmpty();
    assertThat(testIndex.found("\"klima kvinner\"~5")).containsExactly("2015/styret:1");
  }

  @Test
  void exactWordsAreNeitherStemmedNorFolded() {
    assertThat(testIndex.found("=søm")).containsExactly("2014/Søknad:1");
    assertThat(testIndex.found("=some")).containsExactly("2014/Søknad:1");
    assertThat(testIndex.found("=søme")).isEmpty();
    assertThat(testIndex.found("\"søme\"")).isEmpty();
    assertThat(testIndex.found("=kvinne")).isEmpty();
    assertThat(testIndex.found("=KVINNER")).containsExactly("2015/styret:1");
  }

  @Test
  void starsStandForTheRestOfAWord() {
    assertThat(testIndex.found("FOLKEAV*")).containsExactly("2014/Søknad:2");
    assertThat(testIndex.found("*avstemningen")).containsExactly("2014/Søknad:2");
    assertThat(testIndex.found("*SØM")).containsExactly("2014/Søknad:1");
    assertThat(testIndex.found("sø*")).isEmpty();
    assertThat(TestIndex.notices(testIndex.search("kl*"))).contains("wildcard_too_short[kl*, 3]");
    assertThat(TestIndex.notices(testIndex.search("kl*ma"))).contains("wildcard_misplaced[kl*ma]");
  }

  @Test
  void tildeAllowsOtherLetters() {
    assertThat(testIndex.found("referemdum~")).containsExactly("2014/Søknad:2");
    assertThat(testIndex.found("+referemdum")).isEmpty();
  }

  @Test
  void nearWordsStandOnOneSideInAnyOrder() {
    assertThat(testIndex.found("frihet NEAR/2 klima")).containsExactly("2015/styret:1");
    assertThat(testIndex.found("kvinner NEAR/2 klima")).isEmpty();
    assertThat(testIndex.found("kvinner NEAR/4 klima")).containsExactly("2015/styret:1");
    assertThat(testIndex.found("kvinner NEAR/99999999999 klima")).containsExactly("2015/styret:1");
    assertThat(testIndex.found("klima NEAR/9 women")).isEmpty();
    assertThat(testIndex.found("klima NEAR/9 \"for kvinner\"")).containsExactly("2015/styret:1");
  }

  @Test
  void operatorsCombine() {
    assertThat(testIndex.found("klima -frihet -norsk")).containsExactly("2015/styret:2");
    assertThat(testIndex.found("klima NOT climate NOT norsk")).containsExactly("2015/styret:2");
    assertThat(testIndex.found("frihet OR peace"))
        .containsExactlyInAnyOrder("2015/styret:1", "2015/styret:2");
    assertThat(testIndex.found("klima AND (fred OR folkeavstemning)"))
        .containsExactly("2015/styret:2");
    assertThat(testIndex.found("klima frihet OR fred"))
        .containsExactlyInAnyOrder("2015/styret:1", "2015/styret:2");
    assertThat(testIndex.found("søm OR klima AND norsk"))
        .containsExactlyInAnyOrder("2014/Søknad:1", "2015/styret:3");
    assertThat(testIndex.partlyFound("klima +folkeavstemning")).containsExactly("2014/Søknad:2");
    assertThat(testIndex.partlyFound("klima AND folkeavstemning")).isEmpty();
  }

  @Test
  void onlyExclusionsLeaveTheRest() {
    assertThat(testIndex.found("-klima"))
        .containsExactly("2014/Søknad:0", "2014/Søknad:1", "2014/Søknad:2", "2015/styret:0");
  }

  @Test
  void sidesCanBeNamedAndCompared() {
    assertThat(testIndex.found("no:klima en:climate")).containsExactly("2015/styret:1");
    assertThat(testIndex.found("no:klima -en:climate")).containsExactly("2015/styret:2");
    assertThat(testIndex.found("en:klima")).isEmpty();
    assertThat(testIndex.found("en:(freedom OR peace)"))
        .containsExactlyInAnyOrder("2015/styret:1", "2015/styret:2");
  }

  @Test
  void documentsAreFilteredByTheirMetadata() {
    List<String> application = List.of("2014/Søknad:0", "2014/Søknad:1", "2014/Søknad:2");
    for (String query :
        new String[] {
          "author:ødegaard",
          "author:\"Per Hansen\"",
          "author:hans*",
          "kind:statement",
          "doc:2014",
          "doc:2014/*",
          "doc:2014/s*",
          "doc:2014/søknad",
          "date:2014",
          "date:..2014",
          "date:2013..2014-12-31",
          "date:2014-12-31..2013",
          "-kind:letter"
        }) {
      assertThat(testIndex.found(query)).as(query).isEqualTo(application);
    }
    assertThat(testIndex.found("subject:klima translator:tolk title:tittel")).hasSize(7);
    assertThat(testIndex.found("doc:201")).isEmpty();
    assertThat(testIndex.found("date:2014-05..")).hasSize(4);
    assertThat(testIndex.found("date:2015-08 fred")).containsExactly("2015/styret:2");
  }

  @Test
  void aFieldTakesSeveralValuesInParentheses() {
    assertThat(testIndex.found("author:(ødegaard OR nordmann)")).hasSize(7);
    assertThat(testIndex.found("author:(ødegaard hansen)"))
        .isEqualTo(testIndex.found("author:\"Per Hansen\""));
    assertThat(testIndex.found("author:(\"Per Hansen\" nordmann)")).isEmpty();
    assertThat(testIndex.found("author:(-ødegaard)")).hasSize(4);
    assertThat(testIndex.found("klima kind:(letter OR statement) fred"))
        .containsExactly("2015/styret:2");
    assertThat(TestIndex.notices(testIndex.search("klima author:(ødegaard OR nordmann)")))
        .isEmpty();
    assertThat(TestIndex.notices(testIndex.search("author:(nordmann")))
        .contains("unbalanced_parenthesis[]");
    assertThat(TestIndex.notices(testIndex.search("state:(draft done)")))
        .contains("unknown_value[state, done]");
  }

  @Test
  void stateAndFreshnessAreAskedInTheQueryOrByFilters() {
    IndexedDocument head = TestIndex.head("2015/styret");
    testIndex.index.patch(
        head,
        List.of(
            TestIndex.section(head, 2, "Klima og fred|Peace", State.REVIEWED, Freshness.STALE)));
    testIndex.index.refresh();
    assertThat(testIndex.found("state:reviewed")).containsExactly("2015/styret:2");
    assertThat(testIndex.found("klima freshness:stale")).containsExactly("2015/styret:2");
    assertThat(TestIndex.names(testIndex.search("", Map.of("state", List.of("reviewed"))), false))
        .containsExactly("2015/styret:2");
    assertThat(testIndex.found("klima -state:reviewed")).hasSize(2);
  }

  @Test
  void unknownSyntaxIsSearchedAsWordsWithANotice() {
    assertThat(testIndex.found("klima:frihet")).containsExactly("2015/styret:1");
    assertThat(TestIndex.notices(testIndex.search("klima:frihet")))
        .contains("unknown_field[klima]");
    assertThat(TestIndex.notices(testIndex.search("date:never")))
        .contains("unknown_value[date, never]");
    assertThat(TestIndex.notices(testIndex.search("has:lunsj")))
        .contains("unknown_value[has, lunsj]");
    assertThat(TestIndex.notices(testIndex.search("state:done")))
        .contains("unknown_value[state, done]");
    assertThat(testIndex.found("\"klima og frihet")).containsExactly("2015/styret:1");
    assertThat(TestIndex.notices(testIndex.search("\"klima og frihet")))
        .containsExactly("unclosed_quote[]");
    assertThat(TestIndex.notices(testIndex.search("(klima fred")))
        .contains("unbalanced_parenthesis[]");
    assertThat(TestIndex.notices(testIndex.search("klima) fred")))
        .contains("unbalanced_parenthesis[]");
    assertThat(testIndex.found("klima AND")).hasSize(3);
    assertThat(TestIndex.notices(testIndex.search("klima AND")))
        .containsExactly("dangling_operator[AND]");
  }

  @Test
  void emptyQueriesFindNothingOrWhatTheFiltersLeave() {
    assertThat(testIndex.search("AND OR -").total()).isZero();
    assertThat(TestIndex.notices(testIndex.search("AND OR"))).contains("nothing_to_search[]");
    Map<String, List<String>> letters = Map.of("kind", List.of("letter"));
    assertThat(TestIndex.names(testIndex.search("OR", letters), false)).hasSize(4);
    assertThat(TestIndex.names(testIndex.search("", letters), false))
        .containsExactly("2015/styret:0", "2015/styret:1", "2015/styret:2", "2015/styret:3");
    assertThat(testIndex.search("").total()).isZero();
  }
}
