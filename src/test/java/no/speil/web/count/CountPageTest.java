package no.speil.web.count;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import no.speil.messages.Messages;
import no.speil.web.Served;
import no.speil.web.TestServer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CountPageTest {
  private static final List<String> PATHS =
      List.of(
          "/count",
          "/count.csv",
          "/count/keywords",
          "/count/keywords.csv",
          "/count/between",
          "/count/between.csv",
          "/count/spread",
          "/count/spread.csv",
          "/count/collocates",
          "/count/collocates.csv");

  @Served private static TestServer testServer;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/count",
        "/count?q=styret",
        "/count?q=styret&side=en&n=2",
        "/count?n=3&common=yes",
        "/count/keywords?q=styret&by=form",
        "/count/between?q=krever",
        "/count/between?q=doc:2015/brev&side=no&state=draft",
        "/count/collocates?q=styret&least=1&common=yes",
        "/count/collocates?q=styret&word=krever&side=no&before=5&after=0&least=1",
        "/count/collocates?word=the+board&least=1"
      })
  void aNumberOpensTheLinesOfAllItsFormsAndNoOthers(String path) {
    Document page = page(path);
    for (Element link : page.select(".tally-table tbody .n a, .tally-table .source a")) {
      String lines = link.attr("href");
      assertThat(page(lines).expectFirst(".summary").text())
          .as(link.parent().parent().text() + lines)
          .startsWith(link.text() + " occurrence");
    }
    assertThat(page.select(".tally-table tbody tr")).isNotEmpty();
  }

  @Test
  void formsAndHeadwordsAreCountedOnEitherSide() {
    assertThat(page("/count?by=form&side=en").select("tbody th"))
        .extracting(Element::text)
        .contains("board");
    Document page = page("/count?lang=nb");
    Element row = page.expectFirst("tbody tr:has(td[lang]:contains(,))");
    assertThat(row.select("td[lang]").text().split(", ")).contains(row.select("th").text());
    assertThat(page.select(".choices [aria-current]").eachText())
        .containsExactly("Norsk", "oppslagsord", "uten");
  }

  @Test
  void commonWordsAreListedOnlyIfAskedFor() {
    assertThat(words("/count?side=en")).doesNotContain("the");
    assertThat(words("/count?side=en&common=yes")).contains("the");
    assertThat(words("/count?side=en&n=2")).doesNotContain("to the", "the board");
    assertThat(words("/count?side=en&n=2&common=yes")).contains("to the", "the board");
  }

  @Test
  void theSearchIsTheSelectionAndStaysWithEveryChoice() {
    Document page = page("/count?q=styret&state=draft&n=2");
    assertThat(page.select(".choices a, .csv, .tabs a").eachAttr("href"))
        .isNotEmpty()
        .allMatch(href -> href.contains("q=styret&state=draft"));
    assertThat(page.select(".csv").attr("href")).isEqualTo("/count.csv?q=styret&state=draft&n=2");
    assertThat(page.select("form.big input[type=hidden]").eachAttr("name"))
        .containsExactly("state", "n");
  }

  @Test
  void resultsAndLinesLeadToTheirCounts() {
    for (String path : List.of("/search?q=styret&state=draft", "/kwic?q=styret&state=draft")) {
      assertThat(page(path).select(".choices a").eachAttr("href"))
          .contains("/count?q=styret&state=draft");
    }
  }

  @Test
  void keywordsAreComparedWithTheRestOrWithAnotherSearch() {
    Document rest = page("/count/keywords?q=styret");
    assertThat(rest.select(".selection").text()).contains("compared with the rest:");
    assertThat(rest.select("tbody tr").getFirst().text()).contains("styret");
    assertThat(page("/count/keywords").select(".empty").text()).startsWith("Search for something");
    assertThat(page("/count/keywords?q=finnesikke").select(".empty").text())
        .isEqualTo("No occurrences.");
    Document other = page("/count/keywords?q=styret&against=krever");
    assertThat(other.select(".selection").text()).contains("compared with “krever”:");
    assertThat(other.select("#against").val()).isEqualTo("krever");
    assertThat(words("/count/keywords?q=styret&show=less"))
        .doesNotContain("styre, styret", "styret");
  }

  @Test
  void wordsAreComparedWithWhatTheOtherLanguageMakesOneExpect() {
    Document english = page("/count/between?q=krever");
    assertThat(english.select(".selection").text()).contains("in sections with a translation");
    assertThat(english.select(".choices [aria-current]").eachText())
        .containsExactly("English", "more here");
    assertThat(english.select("tbody th").eachAttr("lang")).isNotEmpty().containsOnly("en");
    assertThat(english.select(".source [lang]").eachAttr("lang")).isNotEmpty().containsOnly("no");
    assertThat(english.select("tbody tr").getFirst().text()).isEqualTo("go 1 909.1 1 0.4 1.0 gå 1");
    Document less = page(english.select(".choices a:contains(less)").attr("href"));
    assertThat(less.select("tbody th").eachText()).doesNotContain("go");
    assertThat(less.select(".choices a:contains(Norw)").attr("href")).contains("side=no&show=less");
    Document norwegian = page("/count/between?q=doc:2015/brev&side=no");
    assertThat(norwegian.select("tbody th").eachText()).containsExactly("kvinners");
    assertThat(norwegian.select(".source [lang]").eachAttr("lang")).containsOnly("en");
    assertThat(page("/count/between").select(".empty").text()).startsWith("Search for something");
    assertThat(page("/count/between?q=finnesikke").select(".empty").text())
        .isEqualTo("No occurrences.");
    assertThat(english.select(".tabs a, .csv, .choices a").eachAttr("href"))
        .allMatch(href -> href.contains("q=krever"));
  }

  @Test
  void aSearchIsCountedByYear() {
    Document page = page("/count/spread?q=styret");
    Elements rows = page.select("tbody tr");
    assertThat(rows).isNotEmpty();
    for (Element row : rows.select("tr:has(a)")) {
      String sections = row.expectFirst("a").attr("href");
      assertThat(sections).contains("q=styret").contains("year=" + row.expectFirst("th").text());
      assertThat(page(sections).expectFirst(".summary").text())
          .startsWith(row.expectFirst("a").text() + " section");
    }
    assertThat(page.select(".plot rect")).hasSameSizeAs(page.select("tbody th:matchesOwn(\\d)"));
    assertThat(page.expectFirst(".plot title").text())
        .startsWith("Per cent of the sections of each year that “styret” finds. ");
    assertThat(page("/count/spread").select(".plot title").text())
        .startsWith("Sections of each year that are found.");
  }

  @Test
  void smallSharesAreTold() {
    for (Messages t : List.of(Messages.ENGLISH, Messages.NORWEGIAN)) {
      assertThat(
              Stream.of(0.0, 0.0214, 0.5, 8.46, 100.0)
                  .map(each -> t.of("count.spread.share", each)))
          .extracting(each -> each.replace(',', '.'))
          .containsExactly("0.0", "0.021", "0.5", "8.5", "100.0");
    }
  }

  @Test
  void aNumberOpensItsSectionsWhereNoWordIsSearchedFor() {
    for (String query : List.of("", "?q=state:draft", "?state=draft&by=folder")) {
      Elements links = page("/count/spread" + query).select("tbody a");
      assertThat(links).as(query).isNotEmpty();
      for (Element link : links) {
        assertThat(page(link.attr("href")).expectFirst(".summary").text())
            .as(query + link.attr("href"))
            .startsWith(link.text() + " section");
      }
    }
  }

  @Test
  void aSearchIsCountedByKindAuthorFolderAndTranslator() {
    for (String by : List.of("kind", "author", "folder", "translator")) {
      Document page = page("/count/spread?q=styret&state=draft&by=" + by);
      assertThat(page.select("tbody tr")).as(by).isNotEmpty();
      assertThat(page.select(".plot")).as(by).isEmpty();
      assertThat(page.select(".choices [aria-current]").eachText()).containsExactly(by);
      assertThat(page.select(".choices a, .csv, .tabs a").eachAttr("href"))
          .allMatch(href -> href.contains("q=styret&state=draft"));
    }
  }

  @Test
  void theSearchIsTheWordBesideWhichOthersStandIfNoOtherIsNamed() {
    Document page = page("/count/collocates?q=styret&least=1");
    assertThat(page.select("#word").val()).isEqualTo("styret");
    assertThat(page.expectFirst(".selection b").text().split(", ")).contains("styret");
    assertThat(page.select("tbody tr")).isNotEmpty();
    assertThat(page("/count/collocates").select(".empty").text())
        .isEqualTo("Which word? Type it above.");
    assertThat(words("/count/collocates?q=krever&word=styret&least=1")).isNotEmpty();
    assertThat(words("/count/collocates?q=finnesikke&word=styret&least=1")).isEmpty();
    assertThat(page.select(".tabs a, .csv").eachAttr("href"))
        .allMatch(href -> href.contains("q=styret"));
  }

  @Test
  void anEnglishWordIsLookedForInEnglish() {
    Document page = page("/count/collocates?q=board&least=1");
    assertThat(page.expectFirst(".selection b").attr("lang")).isEqualTo("en");
    assertThat(page.select(".choices [aria-current]").eachText()).contains("English");
    assertThat(page.select("form input[name=side]"))
        .as("another word is looked for where it is")
        .isEmpty();
    Document chosen = page("/count/collocates?q=board&side=en&before=0&after=0");
    assertThat(chosen.select("form.against input[name=side]").val()).isEqualTo("en");
    assertThat(chosen.select("form.big input[name=side]").val()).isEqualTo("en");
    assertThat(chosen.select(".empty").text()).startsWith("Choose at least one word");
    assertThat(chosen.select(".tabs a").eachAttr("href")).contains("/count?q=board&side=en");
    assertThat(page("/count?q=board&side=en").select(".tabs a").eachAttr("href"))
        .contains("/count/collocates?q=board&side=en");
    assertThat(page("/count/collocates?q=board&side=no").select(".empty").text())
        .isEqualTo("No occurrences.");
  }

  @Test
  void aBarOfNoLengthIsDrawnWhereNothingIsElsewhere() {
    Document page =
        page(
            "/count/collocates?q=%22Brev+til+styret%22&word=styret&least=1&common=yes&before=5&after=5&measure=log-likelihood");
    assertThat(page.select(".bar rect")).isNotEmpty();
    assertThat(page.select(".bar rect").eachAttr("width"))
        .allMatch(width -> Double.parseDouble(width) >= 0);
  }

  @Test
  void collocatesAreSortedByTheMeasureAndDownloaded() {
    for (String measure : List.of("logDice", "logLikelihood")) {
      String url = "/count/collocates?word=styret&least=1&measure=" + measure(measure);
      JsonNode answer = json("/api/v1" + url + "&size=1000");
      assertThat(answer.path("rows").findValues(measure))
          .hasSize(answer.path("total").asInt())
          .extracting(JsonNode::asDouble)
          .isSortedAccordingTo(Comparator.reverseOrder());
      assertThat(testServer.get(url.replace("?", ".csv?")).body().lines())
          .hasSize(1 + answer.path("total").asInt());
    }
  }

  private static String measure(String name) {
    return name.replaceAll("(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }

  @Test
  void aSpreadIsDownloadedAndAnswered() {
    JsonNode spread = json("/api/v1/count/spread?q=styret&by=folder&size=1");
    assertThat(spread.path("rows")).hasSize(1);
    assertThat(spread.at("/rows/0/percent").asDouble())
        .isEqualTo(
            100
                * spread.at("/rows/0/sections").asDouble()
                / spread.at("/rows/0/allSections").asInt());
    assertThat(testServer.get("/count/spread.csv?q=styret&by=folder").body().lines())
        .hasSize(2 + spread.path("total").asInt())
        .first()
        .asString()
        .contains("\"folder\",\"sections\",\"all_sections\",\"percent\"");
  }

  @Test
  void theWholeTableIsDownloaded() {
    HttpResponse<String> answer = testServer.get("/count.csv?side=en&common=yes");
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/csv; charset=utf-8");
    JsonNode list = json("/api/v1/count/words?side=en&common=yes&size=1000");
    assertThat(answer.body().lines())
        .hasSize(1 + list.path("total").asInt())
        .first()
        .isEqualTo("\uFEFF\"word\",\"forms\",\"count\",\"per_10000\",\"documents\"");
    assertThat(testServer.get("/count/keywords.csv?q=styret").body())
        .contains("\"other_per_10000\",\"log_likelihood\",\"log_ratio\"")
        .contains("styret");
    assertThat(testServer.get("/count/between.csv?q=krever").body().lines())
        .hasSize(1 + json("/api/v1/count/between?q=krever").path("total").asInt())
        .first()
        .asString()
        .contains("\"log_ratio\",\"sources\"");
  }

  @Test
  void programsPageThroughTheRows() {
    JsonNode all = json("/api/v1/count/words?by=form&size=1000");
    JsonNode second = json("/api/v1/count/words?by=form&size=1&page=2");
    assertThat(second.path("rows")).hasSize(1);
    assertThat(second.at("/rows/0")).isEqualTo(all.at("/rows/1"));
    assertThat(all.at("/rows/0").has("other")).isFalse();
    JsonNode keyword = json("/api/v1/count/keyness?q=styret&size=1");
    assertThat(keyword.at("/rows/0/other/logLikelihood").asDouble()).isPositive();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?q=finnesikke",
        "?q=-",
        "?q=%22",
        "?n=0",
        "?n=1000",
        "?n=x&by=x&side=x&common=x&show=x",
        "?page=99999",
        "?q=styret&against=finnesikke",
        "?q=finnesikke&against=finnesikke",
        "?against=%22(",
        "?q=2015%2Fbrev&against=styret&n=4",
        "?year=1&by=author&show=sections",
        "?word=%22&before=x&after=-1&least=0&measure=x",
        "?word=styret&before=0&after=0",
        "?q=finnesikke&word=styret&before=1000&after=1000&least=1000",
        "?word=a+b+c+d+e+f+g+h+i+j+k+l+m+n+o+p&side=en"
      })
  void whatCannotBeCountedIsAnEmptyTable(String query) {
    for (String path : PATHS) {
      assertThat(testServer.get(path + query).statusCode()).as(path + query).isEqualTo(200);
    }
    assertThat(page("/count?q=finnesikke").select(".empty").text()).isEqualTo("No occurrences.");
  }

  private static List<String> words(String path) {
    return page(path).select("tbody th").eachText();
  }

  private static Document page(String path) {
    HttpResponse<String> answer = testServer.get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return Jsoup.parse(answer.body());
  }

  private static JsonNode json(String path) {
    try {
      return new ObjectMapper().readTree(testServer.get(path).body());
    } catch (IOException e) {
      throw new AssertionError(path, e);
    }
  }
}
