package no.speil.web.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.List;
import no.speil.web.Served;
import no.speil.web.TestServer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class KwicPageTest {
  @Served private static TestServer testServer;

  @Test
  void aLineHasItsWordsInTheirLanguageAndTheOtherTextBeside() {
    Element line = page("/kwic?q=krever").select(".kwic tbody tr").getFirst();
    assertThat(line.select(".rest").attr("lang")).isEqualTo("nb");
    assertThat(line.select(".before").text()).isEqualTo("Styret må gå. Vi");
    assertThat(line.select(".rest").html()).isEqualTo("<mark>krever</mark> svar innen 14 dager.");
    assertThat(line.select(".counterpart").attr("lang")).isEqualTo("en");
    assertThat(line.select(".counterpart").text()).isEqualTo("We demand an answer within 14 days.");
    assertThat(line.select("th").text())
        .as("nothing is said of the state where nothing warns")
        .isEqualTo("Letter to the board 2015");
    String id = testServer.section("2015/brev", "Styret må gå").section().id().value();
    assertThat(line.select("a").eachAttr("href")).containsExactly("/d/2015/brev?q=krever#s-" + id);
  }

  @Test
  void theCounterpartIsTheSentenceThatSaysTheSameWithItsWordsMarked() {
    Element line = page("/kwic?q=board&expand=true").expectFirst(".kwic tr:has(.rest[lang=en])");
    Element counterpart = line.expectFirst(".counterpart");
    assertThat(line.select(".rest mark").text()).isEqualTo("board");
    assertThat(counterpart.html()).isEqualTo("<mark>Styret</mark> må gå.");
  }

  @Test
  void anUntranslatedLineSaysSoInTheLanguageOfThePage() {
    Element line = page("/kwic?q=samrøystes&lang=nb").select(".kwic tbody tr").getFirst();
    assertThat(line.select(".rest").attr("lang")).isEqualTo("nn");
    assertThat(line.select(".counterpart").attr("lang")).isEqualTo("nb");
    assertThat(line.select(".absence").text()).isEqualTo("Ikke oversatt ennå");
  }

  @Test
  void theOrderIsInTheAddressAndEverythingElseStays() {
    Document page = page("/kwic?q=styret&sort=left&state=draft&size=1");
    assertThat(page.select(".choices [aria-current]").eachText())
        .containsExactly("concordance", "Left context");
    assertThat(page.select(".choices a").eachAttr("href"))
        .containsExactly(
            "/search?q=styret&state=draft&size=1",
            "/search?q=styret&state=draft&size=1&group=document",
            "/kwic?q=styret&state=draft&size=1&sort=left",
            "/count?q=styret&state=draft",
            "/kwic?q=styret&state=draft&size=1&sort=left",
            "/kwic?q=styret&state=draft&size=1&sort=right",
            "/kwic?q=styret&state=draft&size=1",
            "/kwic?q=styret&state=draft&size=1&sort=date",
            "/kwic?q=styret&state=draft&size=1&sort=document",
            "/kwic?q=styret&state=draft&size=1&sort=random%3A1");
    assertThat(page.select("form.big").attr("action")).isEqualTo("/kwic");
    assertThat(page.select("form.big input[type=hidden]").eachAttr("name"))
        .containsExactly("state", "size", "sort");
    assertThat(page.select("link[rel=next]").attr("href"))
        .isEqualTo("/kwic?q=styret&state=draft&size=1&sort=left&page=2");
    assertThat(page("/kwic?q=styret&page=2&size=1").select("link[rel=prev]").attr("href"))
        .isEqualTo("/kwic?q=styret&size=1");
  }

  @Test
  void allLinesAreTakenHomeWithTheirCounterparts() {
    for (String query :
        List.of(
            "q=krever", "q=styret", "q=styret&state=draft", "word=krever", "q=board&word=styret")) {
      int lines = page("/kwic?size=1000&" + query).select(".kwic tbody tr").size();
      assertThat(page("/kwic?" + query).select(".tools a").eachAttr("href"))
          .contains("/kwic.csv?" + (query.startsWith("q=") ? query : "q=&" + query));
      assertThat(testServer.get("/kwic.csv?" + query).body().lines()).as(query).hasSize(1 + lines);
    }
    String id = testServer.section("2015/brev", "Styret må gå").section().id().value();
    assertThat(testServer.get("/kwic.csv?q=krever").body().lines())
        .startsWith(
            """
            \uFEFF"document","title_no","title_en","date","section","lang","before","match","after",\
            "counterpart","url\"""")
        .element(1)
        .asString()
        .startsWith("\"2015/brev\",\"Brev til styret\",\"Letter to the board\",")
        .contains(
            """
            ,"no","Styret må gå. Vi ","krever"," svar innen 14 dager.",\
            "We demand an answer within 14 days.",""")
        .endsWith("/s/" + id + "?view=no\"");
    assertThat(testServer.get("/kwic.csv?q=%22").body().lines()).hasSize(1);
    assertThat(testServer.get("/kwic.csv").body().lines()).hasSize(1);
  }

  @Test
  void linesOfAWordOnlySaySoAndLeadToAllAndToTheMarkedWord() {
    Document page = page("/kwic?q=styret&word=krever&beside=vi&before=1&after=1&sort=left");
    assertThat(page.select(".notice").text())
        .isEqualTo("Only lines where krever is beside vi. All lines of the search");
    assertThat(page.select(".notice a").attr("href")).isEqualTo("/kwic?q=styret");
    assertThat(page.select(".kwic mark").eachText()).containsExactly("Vi krever");
    assertThat(page.select(".summary").text()).isEqualTo("1 occurrence in 1 section");
    assertThat(page.select(".kwic a").attr("href"))
        .contains("q=no%3A%22krever%22%20OR%20no%3A%22vi%22");
    assertThat(page.select("form.big input[type=hidden]").eachAttr("name")).containsExactly("sort");
    assertThat(page.select(".choices a[href*=sort]").eachAttr("href"))
        .allMatch(href -> href.contains("word=krever&beside=vi"));
    assertThat(page("/kwic?q=styret&word=").select(".notice")).isEmpty();
    assertThat(page("/kwic?word=krever&beside=vi").select(".kwic mark")).hasSize(1);
    assertThat(page.select(".tools a[href*=csv]").attr("href"))
        .as("lines of a file come in the order of their sections")
        .doesNotContain("sort");
    assertThat(page("/kwic?word=krever").select("h1").text()).isEqualTo("Concordance");
  }

  @Test
  void aSampleIsTheSameForItsNumberAndTheNextOneIsALinkAway() {
    Document page = page("/kwic?q=styret&sort=random:7");
    assertThat(page.select(".choices [aria-current]").eachText())
        .containsExactly("concordance", "Random sections");
    assertThat(page.select(".choices a[aria-current]").last().attr("href"))
        .isEqualTo("/kwic?q=styret&sort=random%3A8");
    assertThat(page.select(".tools a[href*=csv]").attr("href"))
        .isEqualTo("/kwic.csv?q=styret&sort=random%3A7");
    assertThat(page("/kwic?q=styret&sort=random:x").select(".choices [aria-current]").eachText())
        .containsExactly("concordance", "Relevance");
  }

  @Test
  void resultsLeadToTheirWordsInContext() {
    assertThat(page("/search?q=styret&sort=date").select(".choices a").eachAttr("href"))
        .contains("/kwic?q=styret&sort=date");
    HttpResponse<String> nothing = testServer.get("/kwic");
    assertThat(nothing.statusCode()).isEqualTo(303);
    assertThat(nothing.headers().firstValue("Location")).hasValue("/search?q=");
  }

  @Test
  void whereNothingIsToBeShownThePageSaysWhy() {
    Document page = page("/kwic?q=finnesikkeher");
    assertThat(page.select(".kwic tr")).isEmpty();
    assertThat(page.select(".empty").text()).startsWith("Nothing to show as a concordance");
  }

  @Test
  void programsGetTheSameLines() throws Exception {
    JsonNode found =
        new ObjectMapper().readTree(testServer.get("/api/v1/kwic?q=no:krever&sort=right").body());
    assertThat(found.path("query").asText()).isEqualTo("no:krever");
    assertThat(found.path("total").asInt()).isEqualTo(1);
    assertThat(found.path("sections").asInt()).isEqualTo(1);
    assertThat(found.path("exact").asBoolean()).isTrue();
    JsonNode line = found.path("lines").path(0);
    assertThat(List.of("side", "before", "match", "after").stream().map(n -> line.path(n).asText()))
        .containsExactly("original", "Styret må gå. Vi ", "krever", " svar innen 14 dager.");
    JsonNode hit =
        new ObjectMapper()
            .readTree(testServer.get("/api/v1/search?q=no:krever").body())
            .path("hits");
    assertThat(line.path("hit")).isEqualTo(hit.path(0));
  }

  private static Document page(String path) {
    HttpResponse<String> answer = testServer.get(path, "Accept-Language", "en");
    assertThat(answer.statusCode()).isEqualTo(200);
    return Jsoup.parse(answer.body());
  }
}
