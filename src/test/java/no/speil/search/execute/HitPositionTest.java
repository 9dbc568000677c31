package no.speil.search.execute;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import no.speil.corpus.SectionId;
import no.speil.corpus.Side;
import no.speil.lexicon.GlossaryEntry;
import no.speil.search.ExpansionOptions;
import no.speil.search.Hit;
import no.speil.search.HitPosition;
import no.speil.search.MatchKind;
import no.speil.search.SearchRequest;
import no.speil.search.SearchRequest.Group;
import no.speil.search.SearchRequest.Sort;
import no.speil.search.WordMarker;
import no.speil.search.index.TestIndex;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HitPositionTest {
  @TempDir private Path folder;
  @AutoClose private TestIndex testIndex;

  @BeforeEach
  void open() {
    testIndex = new TestIndex(folder);
  }

  @Test
  void everyHitKnowsTheOneBeforeAndTheOneAfter() {
    String[] sections = new String[31];
    sections[0] = "Tittel";
    for (int i = 1; i < sections.length; i++) {
      sections[i] = "Klima nummer " + i + " og " + "mer ".repeat(i % 7);
    }
    testIndex.put("a", sections);
    for (Sort sort : List.of(Sort.RELEVANCE, Sort.DOCUMENT)) {
      SearchRequest all =
          new SearchRequest("klima", 1, 50, sort, Group.SECTION, Map.of(), ExpansionOptions.ALL);
      List<SectionId> hits = testIndex.search(all).hits().stream().map(Hit::section).toList();
      assertThat(hits).hasSize(30);
      for (int i = 0; i < hits.size(); i++) {
        HitPosition position = testIndex.position(all, i).orElseThrow();
        assertThat(position.total()).isEqualTo(30);
        assertThat(position.hit().section()).isEqualTo(hits.get(i));
        assertThat(id(position.previous())).isEqualTo(i == 0 ? null : hits.get(i - 1));
        assertThat(id(position.next())).isEqualTo(i == 29 ? null : hits.get(i + 1));
      }
      assertThat(testIndex.position(all, 30)).isEmpty();
      assertThat(testIndex.position(all, -1)).isEmpty();
    }
    assertThat(testIndex.position(SearchRequest.of(""), 0)).isEmpty();
  }

  private static @Nullable SectionId id(@Nullable Hit hit) {
    return hit == null ? null : hit.section();
  }

  @Test
  void guessesComeAfterTheResultsThatCount() {
    testIndex.put("a", "Tittel", "Klima og frihet", "Bare klima", "Bare frihet");
    SearchRequest request = SearchRequest.of("klima frihet");
    HitPosition guess = testIndex.position(request, 1).orElseThrow();
    assertThat(guess.total()).isOne();
    assertThat(guess.hit().rank().match()).isEqualTo(MatchKind.GUESS);
    assertThat(guess.previous()).extracting(hit -> hit.rank().match()).isEqualTo(MatchKind.WORDS);
    assertThat(testIndex.position(request, 3)).isEmpty();
  }

  @Test
  void wordsAreMarkedInTheTextOfHtmlOnly() {
    testIndex.put("a", "Tittel", "Klima");
    WordMarker marker =
        testIndex.index.search(
            searcher -> searcher.marker(SearchRequest.of("klima frihet"), false));
    assertThat(
            marker.mark(
                Side.ORIGINAL,
                "<p class=\"klima\">Kli<em>ma</em> &amp; <a href=\"/klima\">fri&shy;het</a>:"
                    + " &#102;rihet<br>en, klima</p><!-- klima --><p>et</p>"))
        .isEqualTo(
            "<p class=\"klima\"><mark>Kli</mark><em><mark>ma</mark></em> &amp;"
                + " <a href=\"/klima\">fri\u00ADhet</a>: <mark>frihet</mark><br>en,"
                + " <mark>klima</mark></p><!-- klima --><p>et</p>");
    assertThat(marker.mark(Side.ORIGINAL, "<p>Ingenting</p>")).isEqualTo("<p>Ingenting</p>");
    assertThat(marker.mark(Side.ORIGINAL, "klima < klima & b <i"))
        .isEqualTo("<mark>klima</mark> &lt; <mark>klima</mark> &amp; b ");
    assertThat(marker.mark(Side.ORIGINAL, "klima &#99999999; &#x110000; <!-- "))
        .isEqualTo("<mark>klima</mark> \uFFFD \uFFFD <!-- -->");
  }

  @Test
  void translationsAreMarkedAsSuch() {
    testIndex.put("a", "Tittel", "Hus|House");
    testIndex.know(List.of(), List.of(new GlossaryEntry("hus", "house")));
    WordMarker marker =
        testIndex.index.search(searcher -> searcher.marker(SearchRequest.of("hus"), false));
    assertThat(marker.mark(Side.TRANSLATION, "<p>A house</p>"))
        .isEqualTo("<p>A <mark class=\"tr\">house</mark></p>");
    assertThat(marker.mark(Side.ORIGINAL, "<p>Huset</p>")).isEqualTo("<p><mark>Huset</mark></p>");
  }
}
