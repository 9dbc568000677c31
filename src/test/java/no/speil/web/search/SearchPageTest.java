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

class SearchPageTest {
  @Served private static TestServer testServer;

  @Test
  void whatNothingCanBeFilteredByIsNamedOnceAndNotCarriedOn() {
    var path = new StringBuilder("/search?q=styret&utm_source=x&fbclid=y");
    for (int i = 0; i < 300; i++) {
      path.append("&x").append(i).append("=1");
    }
    Document page = page(path.toString());
    assertThat(page.select(".notice").eachText())
        .containsExactlyInAnyOrder(
            "“x0” is not a filter.", "“x1” is not a filter.", "“x2” is not a filter.");
    assertThat(page.select(".filters")).isEmpty();
    assertThat(page.select("main a[href*=x1], main a[href*=utm], main a[href*=fbclid]")).isEmpty();
    assertThat(page("/search?q=styret&utm_source=x&fbclid=y").select(".notice")).isEmpty();
    assertThat(page("/kwic?q=styret&x1=1").select("main a[href*=x1]")).isEmpty();
  }

  @Test
  void aHitIsThePairWithTheWordsMarked() {
    Document page = page("/search?q=menneskerettigheter&expand=false");
    Element hit = page.select(".hit").getFirst();
    assertThat(hit.select(".snippet[lang=nb]").html())
        .isEqualTo("Kvinners rettigheter er <mark>menneskerettigheter</mark>.");
    assertThat(hit.select(".snippet[lang=en]").text())
        .isEqualTo("Women's rights are human rights.");
    assertThat(hit.select("h3 a").text()).isEqualTo("Letter to the board");
    assertThat(hit.select(".other-title[lang=nb]").text()).isEqualTo("Brev til styret");
    assertThat(hit.select(".facts span").eachText())
        .as("nothing is said of the state where nothing warns")
        .containsExactly("Kvinnegruppa", "2015", "We are leaving", "¶ 3");
  }

  @Test
  void aTextWhoseTitleIsTheQueryIsShownAsATextOnTop() {
    Document page = page("/search?q=brev+til+styret");
    Element text = page.select(".hit").getFirst();
    assertThat(text.hasClass("text")).isTrue();
    assertThat(text.select("h3 a[lang=en]").text()).isEqualTo("Letter to the board");
    assertThat(text.select(".other-title[lang=nb]").text()).isEqualTo("Brev til styret");
    assertThat(text.select(".beginning[lang=en]").text()).isEqualTo("Why the group leaves.");
    assertThat(text.select(".facts").eachText())
        .containsExactly(
            "TextKvinnegruppa20159 sections",
            "The title is what you searched for1 result in this text");
    assertThat(text.select(".why a").attr("href"))
        .isEqualTo("/search?q=brev%20til%20styret%20doc%3A2015%2Fbrev");
    assertThat(page.select(".hit.text")).hasSize(1);
    assertThat(page("/search?q=brev+til+styret&sort=date").select(".hit.text")).isEmpty();
    assertThat(page("/search?q=brev").select(".hit.text")).isEmpty();
    assertThat(page("/search?q=BREV+TIL+STYRET!").select(".hit.text")).hasSize(1);
    assertThat(page("/search?q=brevet+til+styret").select(".hit.text"))
        .as("another form of a word is another title")
        .isEmpty();
  }

  @Test
  void ofALongTextTheSentenceIsShownThatAnswersToTheFind(@TempDir Path other) throws IOException {
    TestServer.copyFiles("letters", other);
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
    assertThat(hit.select(".snippet")).hasSize(1);
    assertThat(hit.select(".one .absence").text()).isEqualTo("Not translated yet");
  }

  @Test
  void theWholeSearchIsInTheAddress() {
    Document page = page("/search?q=styret&state=draft&sort=date");
    assertThat(page.select("#q").val()).isEqualTo("styret");
    assertThat(page.select("input[name=state]").val()).isEqualTo("draft");
    assertThat(page.select("input[name=sort]").val()).isEqualTo("date");
    assertThat(page.select(".filters .chip").text()).isEqualTo("Status: Draft ×");
    assertThat(page.select(".filters a").eachAttr("href"))
        .containsExactly("/search?q=styret&sort=date", "/search?q=styret&sort=date");
    assertThat(page.select(".hit")).isNotEmpty();
    assertThat(page("/search?q=styret&state=reviewed").select(".hit")).isEmpty();
  }

  @Test
  void whatIsChosenCanBeTakenBackWhateverItIs() {
    for (String chosen :
        List.of("state=reviewed", "state=nonsense", "translator=x", "task=draft")) {
      for (String group : List.of("section", "document")) {
        Document page = page("/search?q=styret&group=" + group + "&" + chosen);
        assertThat(page.select(".filters .chip a").eachAttr("href"))
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
    List<String> titles = page(newest).select(".hit h3").eachText();
    assertThat(titles.getFirst()).startsWith("Letter to the board");
    String oldest = page.select(".choices a:contains(oldest)").attr("href");
    assertThat(oldest).endsWith("&sort=oldest");
    assertThat(page(oldest).select(".hit h3").eachText().getFirst())
        .as("texts without a date are last either way")
        .isEqualTo(titles.getFirst());
  }

  @Test
  void documentsCanBeAskedForInsteadOfSections() {
    Document page = page("/search?q=board&group=document");
    assertThat(page.select(".hit h3 a").getFirst().attr("href")).isEqualTo("/d/2015/brev?q=board");
    assertThat(page.select(".tools b").text()).matches("\\d+ texts?");
  }

  @Test
  void pagesOfResultsAreLinkedBothWays() {
    Document page = page("/search?q=state:draft&size=2&page=2");
    assertThat(page.select("link[rel=prev]").attr("href"))
        .isEqualTo("/search?q=state%3Adraft&size=2");
    assertThat(page.select(".paging a[rel=next]").attr("href"))
        .isEqualTo("/search?q=state%3Adraft&size=2&page=3");
    assertThat(page.select(".paging b[aria-current=page]").text()).isEqualTo("2");
    assertThat(page.select(".paging li a").getFirst().attr("href"))
        .isEqualTo("/search?q=state%3Adraft&size=2");
  }

  @Test
  void aHitLeadsToItsPlaceWithTheSearchCarriedAlong() {
    Document page = page("/search?q=state:draft&sort=document&size=2&page=2&state=draft");
    String id = page.select(".hit h3 a").getFirst().attr("href");
    assertThat(id).startsWith("/d/2015/brev?q=state%3Adraft&state=draft&sort=document&hit=2#s-");
    assertThat(testServer.get(id).statusCode()).isEqualTo(200);
  }

  @Test
  void facetsThatDivideNothingAreLeftOut() {
    Document page = page("/search?q=krever");
    assertThat(page.select("aside h2").eachText()).containsExactly("Download or follow");
    assertThat(page("/search?q=doc:%C3%A6%C3%B8%C3%A5+OR+kind:brev").select("aside h2").eachText())
        .containsExactly("Status", "Download or follow");
  }

  @Test
  void sectionsAreCountedAndTheTextsTheyAreIn() {
    assertThat(page("/search?q=krever").select(".tools b").text()).isEqualTo("1 section in 1 text");
    assertThat(page("/search?q=krever&lang=nb").select(".tools b").text())
        .isEqualTo("1 avsnitt i 1 tekst");
  }

  @Test
  void aMisspeltQueryIsSearchedAsItWasMeantAndSaysSo() {
    Document page = page("/search?q=no:menneskeretigheter&sort=date");
    assertThat(page.select(".spelling").text())
        .isEqualTo(
            "No results for “no:menneskeretigheter”. Searched instead: no:menneskerettigheter A guess"
                + " at the spelling, not a translation. Search for “no:menneskeretigheter” anyway");
    assertThat(page.select("#q").val()).isEqualTo("no:menneskeretigheter");
    assertThat(page("/search?q=menneskeretigheter").select(".spelling + .searched").text())
        .startsWith("Searched for menneskerettigheter");
    assertThat(page.select(".hit h3 a").getFirst().attr("href"))
        .contains("q=no%3Amenneskerettigheter&sort=date&hit=0");
    Document typed = page(page.select(".spelling a").attr("href"));
    assertThat(typed.select(".spelling")).isEmpty();
    assertThat(typed.select(".nothing h2").text())
        .isEqualTo("No results for “no:menneskeretigheter”.");
    assertThat(typed.select(".meant").text()).isEqualTo("Did you mean no:menneskerettigheter");
  }

  @Test
  void aPrintedListSaysWhatWasSearchedAndWhereAndWhen() {
    Document page = page("/search?q=styret&state=draft");
    assertThat(page.select("h1").text()).isEqualTo("Search: styret");
    assertThat(page.select(".colophon").text())
        .matches("http://.*/search\\?q=styret&state=draft – printed on \\d.*");
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
    assertThat(page.select(".nothing").text())
        .isEqualTo(
            "No results for “finnesikkenoested”. No known translation, and no similar"
                + " spelling. Try instead the subject menneskerettigheter One text all texts from A"
                + " to Z 4 texts Get notified of new results Follow this search by feed. The feed"
                + " is empty until there are results.");
    assertThat(page.select(".nothing a").eachAttr("href"))
        .contains("/browse?by=subject&value=menneskerettigheter", "/browse?by=title")
        .allSatisfy(href -> assertThat(testServer.get(href).statusCode()).isEqualTo(200));
  }

  @Test
  void ofAFieldWithoutResultsNothingIsSaidOfTranslations() {
    assertThat(page("/search?q=author:Finnesikke").select(".nothing").text())
        .startsWith("No results for “author:Finnesikke”. Try instead");
  }

  @Test
  void yearsAreInTheOrderOfTime(@TempDir Path other) throws IOException {
    TestServer.copyFiles("letters", other);
    for (int year : List.of(1999, 2020)) {
      Files.writeString(
          other.resolve("archive/%d.md".formatted(year)),
          "---\ntitle: Brev\ndate: %d\n---\n\nStyret.\n".formatted(year));
    }
    try (TestServer years = TestServer.again(other)) {
      assertThat(
              Jsoup.parse(years.get("/search?q=styret").body())
                  .select("aside a[href*=year]")
                  .eachText())
          .containsExactly("2020", "2015", "1999");
    }
  }

  @Test
  void withoutResultsOnlyWhatHasResultsIsOffered() {
    Document page = page("/search?q=styret+finnesikkenoested&kind=rapport");
    assertThat(page.select(".nothing li").eachText())
        .allMatch(line -> !line.contains("finnesikke"));
    Document words = page("/search?q=%2Bboard+%2Bfinnesikkenoested");
    assertThat(words.select(".nothing li").eachText())
        .anyMatch(line -> line.matches("only “\\+board” \\d+"))
        .noneMatch(line -> line.contains("finnesikke"));
  }

  @Test
  void aPageBehindTheLastDoesNotSayThatNothingWasFound() {
    Document page = page("/search?q=board&page=9");
    assertThat(page.select(".nothing")).isEmpty();
    assertThat(page.select(".paging a")).isNotEmpty();
  }

  @Test
  void wordsThatFindSomethingAloneAreOfferedAboveTheGuesses() {
    Document page = page("/search?q=board+finnesikkenoested");
    assertThat(page.select(".nothing li").eachText())
        .anyMatch(line -> line.matches("only “board” \\d+"));
    assertThat(page.select(".nothing + details.guesses")).hasSize(1);
  }

  @Test
  void findsByWordsByTranslationsAndGuessesAreTold() {
    Document page = page("/search?q=board");
    assertThat(page.select(".results h2").eachText()).isNotEmpty();
    assertThat(page.select(".results details.guesses > .hint").size())
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
    assertThat(page(path).select(".hit")).isNotEmpty();
  }

  private static Document page(String path) {
    HttpResponse<String> answer = testServer.get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return Jsoup.parse(answer.body());
  }
}
