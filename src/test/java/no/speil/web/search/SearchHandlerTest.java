package no.speil.web.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import no.speil.web.Served;
import no.speil.web.TestServer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchHandlerTest {
  @Served private static TestServer testServer;

  @Test
  void aHitIsThePairWithTheWordsMarked() {
    Document page = page("/search?q=menneskerettigheter&expand=false");
    Element hit = page.select(".hit").getFirst();
    assertThat(hit.select(".snippet[lang=nb]").html())
        .isEqualTo("Kvinners rettigheter er <mark>menneskerettigheter</mark>.");
    assertThat(hit.select(".snippet[lang=en]").text())
        .isEqualTo("Women's rights are human rights.");
    assertThat(hit.select(".mood").text())
        .isEqualTo(
            "Draft · Not vouched for · Read it under “Vi melder oss ut” · More like this"
                + " · Report an error");
  }

  @Test
  void ofALongTextTheSentenceIsShownThatAnswersToTheFind(@TempDir Path other) throws IOException {
    TestServer.copyOf("letters", other).close();
    String no = "Foreningen holdt et langt møte om regnskapet for året %d i den store salen. ";
    String en = "The society held a long meeting about the accounts of the year %d in the hall. ";
    Files.writeString(
        other.resolve("archive/2015/referat.md"),
        "# Referat\n\n%s%s%sSekretæren ønsket et harmonium. %s\n"
            .formatted(
                no.formatted(2011), no.formatted(2012), no.formatted(2013), no.formatted(2014)));
    Files.writeString(
        other.resolve("translations/2015/referat.md"),
        "# Minutes\n\n%s%s%sThe secretary wished for a pump organ. %s\n"
            .formatted(
                en.formatted(2011), en.formatted(2012), en.formatted(2013), en.formatted(2014)));
    try (TestServer longer = TestServer.again(other)) {
      Element hit =
          Jsoup.parse(longer.get("/search?q=harmonium&expand=false").body())
              .select(".hit")
              .getFirst();
      assertThat(hit.select(".snippet[lang=nb] mark").text()).isEqualTo("harmonium");
      assertThat(hit.select(".snippet[lang=en]").text())
          .isEqualTo("…The secretary wished for a pump organ.…");
    }
  }

  @Test
  void anUntranslatedHitSaysSo() {
    Element hit = page("/search?q=avsnittet").select(".hit").getFirst();
    assertThat(hit.select(".absence").text()).isEqualTo("Not translated yet");
  }

  @Test
  void theWholeSearchIsInTheAddress() {
    Document page = page("/search?q=styret&state=draft&sort=date");
    assertThat(page.select("#q").val()).isEqualTo("styret");
    assertThat(page.select("input[name=state]").val()).isEqualTo("draft");
    assertThat(page.select("input[name=sort]").val()).isEqualTo("date");
    assertThat(page.select(".facet a[aria-current]").attr("href"))
        .isEqualTo("/search?q=styret&sort=date");
    assertThat(page.select(".found")).isNotEmpty();
    assertThat(page("/search?q=styret&state=reviewed").select(".found")).isEmpty();
  }

  @Test
  void whatIsChosenCanBeTakenBackWhateverItIs() {
    for (String chosen :
        List.of("state=reviewed", "state=nonsense", "translator=x", "task=draft")) {
      for (String group : List.of("section", "document")) {
        Document page = page("/search?q=styret&group=" + group + "&" + chosen);
        assertThat(page.select(".facet a[aria-current]").eachAttr("href"))
            .as(chosen)
            .containsExactly(
                "/search?q=styret" + (group.equals("section") ? "" : "&group=document"));
      }
    }
  }

  @Test
  void newestFirstIsALinkAway() {
    Document page = page("/search?q=doc:%C3%A6%C3%B8%C3%A5+OR+kind:brev");
    String newest = page.select(".choices a:contains(newest)").attr("href");
    assertThat(newest).endsWith("&sort=date");
    assertThat(page(newest).select(".found .detail").eachText())
        .startsWith("2015-08-24 · 2015/brev")
        .endsWith("æøå/Ærlig talt");
  }

  @Test
  void documentsCanBeAskedForInsteadOfSections() {
    Document page = page("/search?q=board&group=document");
    assertThat(page.select(".found h3 a").getFirst().attr("href")).isEqualTo("/d/2015/brev");
    assertThat(page.select(".summary").text()).endsWith("for board").contains("document");
  }

  @Test
  void pagesOfResultsAreLinkedBothWays() {
    Document page = page("/search?q=state:draft&size=2&page=2");
    assertThat(page.select("link[rel=prev]").attr("href"))
        .isEqualTo("/search?q=state%3Adraft&size=2");
    assertThat(page.select(".paging a[rel=next]").attr("href"))
        .isEqualTo("/search?q=state%3Adraft&size=2&page=3");
  }

  @Test
  void withoutAQueryThereAreExamplesToTry() {
    for (Element example : page("/search").select(".examples a")) {
      assertThat(testServer.get(example.attr("href")).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void withoutResultsThereIsAdvice() {
    Document page = page("/search?q=finnesikkenoested");
    assertThat(page.select(".summary").text()).isEqualTo("Nothing found for finnesikkenoested");
    assertThat(page.select(".empty li").eachText()).containsExactly("All texts");
  }

  @Test
  void withoutResultsOnlyWhatHasResultsIsOffered() {
    Document page = page("/search?q=styret+finnesikkenoested&kind=rapport");
    assertThat(page.select(".empty li").eachText()).allMatch(line -> !line.contains("finnesikke"));
    Document words = page("/search?q=%2Bboard+%2Bfinnesikkenoested");
    assertThat(words.select(".empty li").eachText())
        .anyMatch(line -> line.matches("Only “\\+board” \\(\\d+\\)"))
        .noneMatch(line -> line.contains("finnesikke"));
  }

  @Test
  void aPageBehindTheLastDoesNotSayThatNothingWasFound() {
    Document page = page("/search?q=board&page=9");
    assertThat(page.select(".empty")).isEmpty();
    assertThat(page.select(".paging a")).isNotEmpty();
  }

  @Test
  void wordsThatFindSomethingAloneAreOfferedAboveTheGuesses() {
    Document page = page("/search?q=board+finnesikkenoested");
    assertThat(page.select(".empty li").eachText())
        .anyMatch(line -> line.matches("Only “board” \\(\\d+\\)"));
    assertThat(page.select(".empty + details.guesses")).hasSize(1);
  }

  @Test
  void findsByWordsByTranslationsAndGuessesAreTold() {
    Document page = page("/search?q=board");
    assertThat(page.select(".results h2").eachText()).isNotEmpty();
    assertThat(page.select(".results details.guesses .notice").size())
        .isEqualTo(page.select(".results details.guesses").size());
    assertThat(page.select("mark.tr").text()).contains("Styret");
  }

  @Test
  void noticesAreInTheReadersLanguage() {
    assertThat(page("/search?q=%22styret").select(".notice").eachText())
        .contains("A quotation mark is not closed; the quotation was read to the end.");
    assertThat(page("/search?q=%22styret&lang=nb").select(".notice").eachText())
        .contains("Et anførselstegn er ikke lukket. Sitatet ble lest til slutten.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%3Cscript%3Ealert(1)%3C/script%3E",
        "%22%3E%3Cimg%20src=x%20onerror=alert(1)%3E",
        "((((((((((((((((((((((((((((((",
        "a%20OR%20OR%20NOT%20AND%20-%20%2B",
        "%00%01%ff%fe",
        "*",
        "no:en:title:"
      })
  void noQueryBreaksThePage(String query) {
    HttpResponse<String> answer = testServer.get("/search?q=" + query);
    assertThat(answer.statusCode()).isEqualTo(200);
    Document page = Jsoup.parse(answer.body());
    assertThat(page.select("script").not("[src^=/assets/]")).isEmpty();
    assertThat(page.select("img, [onerror]")).isEmpty();
    assertThat(testServer.get("/api/v1/search?q=" + query).statusCode()).isEqualTo(200);
  }

  @Test
  void anyNumberInTheAddressWillDo() {
    String path =
        "/search?q=styret&page=-3&size=99999999999999999999&sort=x&group=y&expand=z&nope=1";
    assertThat(page(path).select(".found")).isNotEmpty();
  }

  private static Document page(String path) {
    HttpResponse<String> answer = testServer.get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return Jsoup.parse(answer.body());
  }
}
