package no.speil.web.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import no.speil.search.SearchResult;
import no.speil.search.SearchResult.Counts;
import no.speil.search.WordExpansion;
import no.speil.search.WordExpansion.Translation;
import no.speil.web.Served;
import no.speil.web.TestServer;
import no.speil.web.page.PageUrl;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** What pages and the interface for programs offer around a search. */
class SearchSuggestTest {
  @Served private static TestServer testServer;

  @Test
  void aMistypedQueryLeadsToTheOneThatWasMeant() {
    Document page = page("/search?q=no:menneskeretigheter&state=draft&sort=date&typed=true");
    Element link = page.select(".meant a").getFirst();
    assertThat(page.select(".meant").text()).isEqualTo("Did you mean no:menneskerettigheter");
    assertThat(link.attr("href"))
        .isEqualTo("/search?q=no%3Amenneskerettigheter&state=draft&sort=date");
    assertThat(page(link.attr("href")).select(".hit")).isNotEmpty();
    assertThat(page("/search?q=menneskeretigheter&typed=true&lang=nb").select(".meant").text())
        .isEqualTo("Mente du menneskerettigheter");
    assertThat(page("/search?q=menneskerettigheter").select(".meant")).isEmpty();
  }

  @Test
  void programsAreToldWhatMayHaveBeenMeant() {
    assertThat(json("/api/v1/search?q=styyret").path("didYouMean").asText()).isEqualTo("styret");
    assertThat(json("/api/v1/search?q=styret").path("didYouMean").isNull()).isTrue();
  }

  @Test
  void whatIsTypedIsCompletedInBothLanguages() {
    assertThat(suggestions("aerl")).containsExactly("title:nb:Ærlig talt");
    assertThat(suggestions("the boa"))
        .containsExactly("word::the board", "title:en:Letter to the board");
    assertThat(suggestions("ber om")).containsExactly("heading:nb:Hva vi ber om");
    String url = json("/api/v1/suggest?q=brev+til").at("/suggestions/0/url").asText();
    assertThat(testServer.get(url).headers().firstValue("location").orElseThrow())
        .startsWith("/d/2015/brev#s-");
  }

  @Test
  void aCompletedWordIsASearch() {
    JsonNode word = json("/api/v1/suggest?q=no:sty").at("/suggestions/0");
    assertThat(word.path("kind").asText()).isEqualTo("word");
    assertThat(word.path("text").asText()).isEqualTo("no:styret");
    assertThat(word.path("url").asText()).isEqualTo("/search?q=no%3Astyret");
  }

  @Test
  void nothingTypedIsTooMuchForCompletion() {
    for (String typed : new String[] {"", "%00", "%22%22%22", "a".repeat(5000), "((((", "%F0%9F"}) {
      assertThat(testServer.get("/api/v1/suggest?q=" + typed).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void everyPageHasASearchBoxThatCompletesAndIsAPlainFormWithoutScript() {
    for (String path :
        new String[] {"/home", "/search", "/search?q=styret", "/d/2015/brev", "/help"}) {
      Document page = page(path);
      Element box = page.select("#q").getFirst();
      assertThat(box.attr("data-completed")).as(path).isEqualTo("/api/v1/suggest");
      assertThat(box.hasAttr("role")).as(path).isFalse();
      assertThat(page.select("form[action=/search] #q")).as(path).hasSize(1);
      assertThat(testServer.get(page.select("script[src*=typing]").attr("src")).statusCode())
          .isEqualTo(200);
    }
  }

  @Test
  void whatIsNoLongerOfferedIsAnsweredWith410AndAWord() {
    String id = testServer.section("2015/brev", "Styret må gå").section().id().value();
    HttpResponse<String> page = testServer.get("/s/" + id + "/similar?lang=nb");
    assertThat(page.statusCode()).isEqualTo(410);
    assertThat(page.body()).contains("<h1>Dette finnes ikke i Speil lenger</h1>");
    HttpResponse<String> api = testServer.get("/api/v1/sections/" + id + "/similar");
    assertThat(api.statusCode()).isEqualTo(410);
    assertThat(api.body()).contains("Speil no longer has this", "#removed");
  }

  @Test
  void translationsAreSwitchedOffAndOnOneByOneAndAllAtOnce() {
    var climate = new Translation("climate", 1, true, true);
    var weather = new Translation("weather", .3, true, false);
    var klima = new WordExpansion("klima", List.of(climate, weather));
    PageUrl plain = PageUrl.at("/search").with("q", "klima");
    QuerySuggestions words = words(plain.with("off", "klima:weather"), klima);
    assertThat(words.translations(klima, true)).containsExactly(climate, weather);
    assertThat(words.translations(klima, false)).isEmpty();
    assertThat(words.page("klima")).isEqualTo("/word/klima");
    assertThat(words.switched(klima, climate))
        .isEqualTo("/search?q=klima&off=klima%3Aclimate&off=klima%3Aweather");
    assertThat(words.switched(klima, weather)).isEqualTo("/search?q=klima");
    assertThat(words.all()).isEqualTo("/search?q=klima&off=klima%3Aweather&expand=false");
    assertThat(words(plain.with("expand", "false")).all()).isEqualTo("/search?q=klima");
    assertThat(words(plain).all()).isEmpty();
  }

  private static QuerySuggestions words(PageUrl url, WordExpansion... expansions) {
    return new QuerySuggestions(
        new SearchUrl(url, List.of()),
        new SearchResult(
            new Counts(3, 3, 1, true),
            List.of(),
            List.of(),
            Map.of(),
            List.of(expansions),
            List.of(),
            null,
            false));
  }

  private static List<String> suggestions(String typed) {
    JsonNode answer = json("/api/v1/suggest?q=" + typed.replace(" ", "+"));
    assertThat(answer.path("query").asText()).isEqualTo(typed);
    return StreamSupport.stream(answer.path("suggestions").spliterator(), false)
        .map(
            each ->
                each.path("kind").asText()
                    + ":"
                    + each.path("language").asText()
                    + ":"
                    + each.path("text").asText())
        .toList();
  }

  private static JsonNode json(String path) {
    try {
      return new ObjectMapper().readTree(testServer.get(path).body());
    } catch (JsonProcessingException e) {
      throw new AssertionError(path, e);
    }
  }

  private static Document page(String path) {
    HttpResponse<String> answer = testServer.get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return Jsoup.parse(answer.body());
  }
}
