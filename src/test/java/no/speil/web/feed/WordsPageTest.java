package no.speil.web.feed;

import static no.speil.web.FormSubmission.page;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import no.speil.corpus.Role;
import no.speil.library.actions.Actor;
import no.speil.status.TrackedSection;
import no.speil.web.Served;
import no.speil.web.TestServer;
import no.speil.web.page.SiteUrls;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class WordsPageTest {
  @Served private TestServer testServer;

  @Test
  void wordsAreToldByWeekByMonthByFolderAndByText() throws Exception {
    correct("Åse");
    Document weeks = page(testServer, "/people/%C3%85se");
    assertThat(weeks.select("tbody tr").eachText())
        .containsExactly(
            "23 November 2026 – 29 November 2026 0 0 9 0",
            "2015 0 0 9 0",
            "Letter to the board 0 0 9 0");
    Document months = page(testServer, "/people/%C3%85se?by=month&lang=nb");
    assertThat(months.select("thead").getFirst().text())
        .isEqualTo("Måned Oversatt Fra maskinutkast Rettet Gjennomgått");
    assertThat(months.select("tbody tr").getFirst().text()).isEqualTo("november 2026 0 0 9 0");
    assertThat(months.select("a[download]").attr("href"))
        .isEqualTo("/people/%C3%85se/words.csv?by=month");
    assertThat(months.title()).startsWith("Åse – ord – ");
    Document before = page(testServer, "/people/%C3%85se?to=2026-11-23&lang=en");
    assertThat(before.select("main").text()).contains("No words in this period.");
  }

  @Test
  void theyCanBeDownloadedForASpreadsheet() throws Exception {
    correct("Åse");
    HttpResponse<String> csv =
        testServer.get("/people/%C3%85se/words.csv?by=month&from=2026-11-01&to=2026-11-30");
    assertThat(csv.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
    assertThat(csv.body().lines())
        .containsExactly(
            "\uFEFF\"from\",\"to\",\"document\",\"translated\",\"from_machine_drafts\","
                + "\"corrected\",\"reviewed\",\"person\"",
            "\"2026-11-01\",\"2026-11-30\",\"2015/brev\",\"0\",\"0\",\"9\",\"0\",\"Åse\"");
  }

  @Test
  void everybodysWordsOfAYearAreToldByPersonByFolderAndByText() throws Exception {
    correct("Åse");
    correct("Kari");
    Document year = page(testServer, "/activity/words?by=year&from=2026-01-01&to=2026-12-31");
    assertThat(year.select("tbody tr").eachText())
        .containsExactly(
            "2026 0 0 18 0",
            "Kari 0 0 9 0",
            "Åse 0 0 9 0",
            "2015 0 0 18 0",
            "Letter to the board 0 0 18 0");
    assertThat(year.select("tbody a").eachAttr("href"))
        .containsExactly(
            "/people/Kari?by=year&from=2026-01-01&to=2026-12-31",
            "/people/%C3%85se?by=year&from=2026-01-01&to=2026-12-31",
            "/activity/words?by=year&folder=2015&from=2026-01-01&to=2026-12-31",
            "/d/2015/brev");
    Document folder = page(testServer, "/activity/words?folder=/2015/&lang=nb");
    assertThat(folder.select("thead th:first-child").eachText())
        .containsExactly("Uke", "Navn", "Tekst");
    assertThat(page(testServer, "/activity/words?folder=201").select("main").text())
        .contains("No words in this period.");
    assertThat(page(testServer, "/activity").select("a[href=/activity/words]")).isNotEmpty();
  }

  @Test
  void everybodysWordsAreOneFile() throws Exception {
    correct("Åse");
    correct("Kari");
    String file = page(testServer, "/activity/words?by=year").select("a[download]").attr("href");
    assertThat(testServer.get(file).body().lines().skip(1))
        .containsExactly(
            "\"2026-01-01\",\"2026-12-31\",\"2015/brev\",\"0\",\"0\",\"9\",\"0\",\"Kari\"",
            "\"2026-01-01\",\"2026-12-31\",\"2015/brev\",\"0\",\"0\",\"9\",\"0\",\"Åse\"");
    testServer.tokenOf("ola", Role.READER);
    for (String path : List.of(file, "/activity/words")) {
      assertThat(testServer.get(path, testServer.as("ola", Role.READER)).statusCode())
          .isEqualTo(403);
    }
  }

  @Test
  void onlyWhoMayWriteSeesThemAndOnlyOfPeopleWhoHaveWorkedHere() throws Exception {
    correct("Åse");
    assertThat(testServer.get("/people/nobody").statusCode()).isEqualTo(404);
    testServer.tokenOf("ola", Role.READER);
    assertThat(testServer.get("/people/%C3%85se", testServer.as("ola", Role.READER)).statusCode())
        .isEqualTo(403);
    assertThat(testServer.get("/people/per", testServer.as("per", Role.TRANSLATOR)).body())
        .contains("No words in this period.");
  }

  @Test
  void namesOfAnyLettersHaveAPageAndDaysThatAreFarAwayAreNoFailure() throws Exception {
    for (String name : List.of("per/kari", "50 % & <b>", "a;b", "=1+1", "..")) {
      correct(name);
      HttpResponse<String> page = testServer.get(SiteUrls.person(name));
      assertThat(page.statusCode()).as(name).isEqualTo(200);
    }
    for (String day :
        List.of("%2B500000000-01-01", "-500000000-01-01", "%2B999999999-12-31", "x")) {
      assertThat(testServer.get("/people/%3D1%2B1?from=" + day).statusCode()).isEqualTo(200);
      assertThat(testServer.get("/people/%3D1%2B1?to=" + day).statusCode()).isEqualTo(200);
      assertThat(testServer.get("/activity?to=" + day).statusCode()).isEqualTo(200);
    }
  }

  private void correct(String person) {
    TrackedSection section = testServer.section("2015/brev", "Styret må gå");
    testServer
        .library()
        .edits()
        .edit(
            section.section().id(),
            "The board must go. We demand an answer within 14 days, " + person.length() + "!",
            section.version(),
            new Actor(person, "web"));
  }
}
