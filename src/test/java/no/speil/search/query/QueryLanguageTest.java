package no.speil.search.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import no.speil.corpus.Freshness;
import no.speil.corpus.State;
import no.speil.search.IndexedDocument;
import no.speil.search.index.Shelf;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueryLanguageTest {
  @TempDir Path folder;
  private Shelf shelf;

  @BeforeEach
  void fill() {
    shelf = new Shelf(folder);
    shelf.put(
        Shelf.head("2015/styret", "2015-08-24", "letter", "Kari Nordmann"),
        "Styret må gå|The board must go",
        "Klima og frihet for kvinner|Climate and freedom for women",
        "Klima og fred|The weather and peace",
        "Bare klima på norsk");
    shelf.put(
        Shelf.head("2014/Søknad", "2014", "statement", "Åse Ødegård", "Per Hansen"),
        "Søknad|Application",
        "En søm til noen kroner|A seam for some money",
        "Folkeavstemningen var i skolen|The referendum was held at school");
  }

  @AfterEach
  void close() {
    shelf.close();
  }

  @Test
  void phrasesAreExactAndInOrder() {
    assertThat(shelf.found("\"klima og frihet\"")).containsExactly("2015/styret:1");
    assertThat(shelf.found("«frihet og klima»")).isEmpty();
    assertThat(shelf.found("“Klima og Frihet”")).containsExactly("2015/styret:1");
    assertThat(shelf.found("\"klima kvinner\"")).isEmpty();
    assertThat(shelf.found("\"klima kvinner\"~5")).containsExactly("2015/styret:1");
  }

  @Test
  void exactWordsAreNeitherStemmedNorFolded() {
    assertThat(shelf.found("=søm")).containsExactly("2014/Søknad:1");
    assertThat(shelf.found("=some")).containsExactly("2014/Søknad:1");
    assertThat(shelf.found("=søme")).isEmpty();
    assertThat(shelf.found("\"søme\"")).isEmpty();
    assertThat(shelf.found("=kvinne")).isEmpty();
    assertThat(shelf.found("=KVINNER")).containsExactly("2015/styret:1");
  }

  @Test
  void starsStandForTheRestOfAWord() {
    assertThat(shelf.found("FOLKEAV*")).containsExactly("2014/Søknad:2");
    assertThat(shelf.found("*avstemningen")).containsExactly("2014/Søknad:2");
    assertThat(shelf.found("*SØM")).containsExactly("2014/Søknad:1");
    assertThat(shelf.found("sø*")).isEmpty();
    assertThat(Shelf.said(shelf.search("kl*"))).contains("wildcard_too_short[kl*, 3]");
    assertThat(Shelf.said(shelf.search("kl*ma"))).contains("wildcard_misplaced[kl*ma]");
  }

  @Test
  void tildeAllowsOtherLetters() {
    assertThat(shelf.found("referemdum~")).containsExactly("2014/Søknad:2");
    assertThat(shelf.found("+referemdum")).isEmpty();
  }

  @Test
  void nearWordsStandOnOneSideInAnyOrder() {
    assertThat(shelf.found("frihet NEAR/2 klima")).containsExactly("2015/styret:1");
    assertThat(shelf.found("kvinner NEAR/2 klima")).isEmpty();
    assertThat(shelf.found("kvinner NEAR/4 klima")).containsExactly("2015/styret:1");
    assertThat(shelf.found("kvinner NEAR/99999999999 klima")).containsExactly("2015/styret:1");
    assertThat(shelf.found("klima NEAR/9 women")).isEmpty();
    assertThat(shelf.found("klima NEAR/9 \"for kvinner\"")).containsExactly("2015/styret:1");
  }

  @Test
  void operatorsCombine() {
    assertThat(shelf.found("klima -frihet -norsk")).containsExactly("2015/styret:2");
    assertThat(shelf.found("klima NOT climate NOT norsk")).containsExactly("2015/styret:2");
    assertThat(shelf.found("frihet OR peace"))
        .containsExactlyInAnyOrder("2015/styret:1", "2015/styret:2");
    assertThat(shelf.found("klima AND (fred OR folkeavstemning)")).containsExactly("2015/styret:2");
    assertThat(shelf.found("klima frihet OR fred"))
        .containsExactlyInAnyOrder("2015/styret:1", "2015/styret:2");
    assertThat(shelf.found("søm OR klima AND norsk"))
        .containsExactlyInAnyOrder("2014/Søknad:1", "2015/styret:3");
    assertThat(shelf.partlyFound("klima +folkeavstemning")).containsExactly("2014/Søknad:2");
    assertThat(shelf.partlyFound("klima AND folkeavstemning")).isEmpty();
  }

  @Test
  void onlyExclusionsLeaveTheRest() {
    assertThat(shelf.found("-klima"))
        .containsExactly("2014/Søknad:0", "2014/Søknad:1", "2014/Søknad:2", "2015/styret:0");
  }

  @Test
  void sidesCanBeNamedAndCompared() {
    assertThat(shelf.found("no:klima en:climate")).containsExactly("2015/styret:1");
    assertThat(shelf.found("no:klima -en:climate")).containsExactly("2015/styret:2");
    assertThat(shelf.found("en:klima")).isEmpty();
    assertThat(shelf.found("en:(freedom OR peace)"))
        .containsExactlyInAnyOrder("2015/styret:1", "2015/styret:2");
  }

  @Test
  void documentsAreNarrowedByWhatIsKnownOfThem() {
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
      assertThat(shelf.found(query)).as(query).isEqualTo(application);
    }
    assertThat(shelf.found("subject:klima translator:tolk title:tittel")).hasSize(7);
    assertThat(shelf.found("doc:201")).isEmpty();
    assertThat(shelf.found("date:2014-05..")).hasSize(4);
    assertThat(shelf.found("date:2015-08 fred")).containsExactly("2015/styret:2");
  }

  @Test
  void aFieldTakesSeveralValuesInParentheses() {
    assertThat(shelf.found("author:(ødegaard OR nordmann)")).hasSize(7);
    assertThat(shelf.found("author:(ødegaard hansen)"))
        .isEqualTo(shelf.found("author:\"Per Hansen\""));
    assertThat(shelf.found("author:(\"Per Hansen\" nordmann)")).isEmpty();
    assertThat(shelf.found("author:(-ødegaard)")).hasSize(4);
    assertThat(shelf.found("klima kind:(letter OR statement) fred"))
        .containsExactly("2015/styret:2");
    assertThat(Shelf.said(shelf.search("klima author:(ødegaard OR nordmann)"))).isEmpty();
    assertThat(Shelf.said(shelf.search("author:(nordmann"))).contains("unbalanced_parenthesis[]");
    assertThat(Shelf.said(shelf.search("state:(draft done)")))
        .contains("unknown_value[state, done]");
  }

  @Test
  void stateAndFreshnessAreAskedInTheQueryOrByFilters() {
    IndexedDocument head = Shelf.head("2015/styret");
    shelf.index.patch(
        head,
        List.of(Shelf.section(head, 2, "Klima og fred|Peace", State.REVIEWED, Freshness.STALE)));
    shelf.index.refresh();
    assertThat(shelf.found("state:reviewed")).containsExactly("2015/styret:2");
    assertThat(shelf.found("klima freshness:stale")).containsExactly("2015/styret:2");
    assertThat(Shelf.names(shelf.search("", Map.of("state", List.of("reviewed"))), false))
        .containsExactly("2015/styret:2");
    assertThat(shelf.found("klima -state:reviewed")).hasSize(2);
  }

  @Test
  void whatIsNotUnderstoodIsSearchedAsWordsAndSaid() {
    assertThat(shelf.found("klima:frihet")).containsExactly("2015/styret:1");
    assertThat(Shelf.said(shelf.search("klima:frihet"))).contains("unknown_field[klima]");
    assertThat(Shelf.said(shelf.search("date:never"))).contains("unknown_value[date, never]");
    assertThat(Shelf.said(shelf.search("state:done"))).contains("unknown_value[state, done]");
    assertThat(shelf.found("\"klima og frihet")).containsExactly("2015/styret:1");
    assertThat(Shelf.said(shelf.search("\"klima og frihet"))).containsExactly("unclosed_quote[]");
    assertThat(Shelf.said(shelf.search("(klima fred"))).contains("unbalanced_parenthesis[]");
    assertThat(Shelf.said(shelf.search("klima) fred"))).contains("unbalanced_parenthesis[]");
    assertThat(shelf.found("klima AND")).hasSize(3);
    assertThat(Shelf.said(shelf.search("klima AND"))).containsExactly("dangling_operator[AND]");
  }

  @Test
  void nothingToLookForFindsNothingOrWhatTheFiltersLeave() {
    assertThat(shelf.search("AND OR -").total()).isZero();
    assertThat(Shelf.said(shelf.search("AND OR"))).contains("nothing_to_search[]");
    Map<String, List<String>> letters = Map.of("kind", List.of("letter"));
    assertThat(Shelf.names(shelf.search("OR", letters), false)).hasSize(4);
    assertThat(Shelf.names(shelf.search("", letters), false))
        .containsExactly("2015/styret:0", "2015/styret:1", "2015/styret:2", "2015/styret:3");
    assertThat(shelf.search("").total()).isZero();
  }
}
