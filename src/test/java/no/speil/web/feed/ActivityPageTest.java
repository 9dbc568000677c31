package no.speil.web.feed;

import static no.speil.web.FormSubmission.page;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Side;
import no.speil.corpus.State;
import no.speil.library.actions.Actor;
import no.speil.messages.Messages;
import no.speil.record.ReportCategory;
import no.speil.record.ReportEvent.ReportContent;
import no.speil.record.ReportVerdict;
import no.speil.record.TextQuote;
import no.speil.status.TrackedSection;
import no.speil.web.Served;
import no.speil.web.TestServer;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class ActivityPageTest {
  private static final Instant NOON = Instant.parse("2025-03-01T12:00:00Z");
  private static final int DAY = 86_400;

  @Served private TestServer testServer;

  @Test
  void whatSomebodyDidInATextOnOneDayIsOneLine() {
    List<TrackedSection> sections =
        testServer.library().documents().find(new DocumentId("2015/brev")).orElseThrow().sections();
    TrackedSection first = testServer.section("2015/brev", "Styret må gå");
    TrackedSection title = sections.getFirst();
    mark(first, "Åse");
    mark(title, "Åse");
    testServer.library().marks().comment(title.section().id(), "Fint", new Actor("Åse", "web"));
    testServer.library().marks().comment(title.section().id(), "Ja", new Actor("Bjørn", "web"));

    Document page = page(testServer, "/activity?from=2026-11-24");
    assertThat(page.select("main h2").eachText()).containsExactly("24 November 2026");
    assertThat(page.select("main a:contains(from today on)").attr("href"))
        .isEqualTo("/activity?from=" + LocalDate.now(Clock.systemDefaultZone()));
    assertThat(page.select(".line").eachText())
        .containsExactlyInAnyOrder(
            "Åse translated 2 sections, commented on one section in Letter to the board " + noon(),
            "Bjørn commented on one section in Letter to the board " + noon());
    Element line = page.select(".line:contains(Åse)").getFirst();
    assertThat(line.select("a").eachAttr("href"))
        .containsExactly(
            "/activity?by=%C3%85se",
            "/s/" + first.section().id(),
            "/s/" + title.section().id() + "/history",
            "/d/2015/brev");
    assertThat(testServer.get("/s/" + first.section().id()).statusCode()).isEqualTo(303);
    assertThat(page(testServer, "/activity?lang=nb&by=Bj%C3%B8rn").select(".line").text())
        .startsWith("Bjørn kommenterte ett avsnitt i Brev til styret");
  }

  @Test
  void todayIsTheDayOfTheServersTimeZone() {
    TimeZone before = TimeZone.getDefault();
    boolean isMorning = Instant.now().atOffset(ZoneOffset.UTC).getHour() < 12;
    TimeZone other = TimeZone.getTimeZone(isMorning ? "GMT-12" : "GMT+14");
    TimeZone.setDefault(other); // where it is not the same day as in UTC
    try {
      assertThat(
              page(testServer, "/activity?from=2026-11-24")
                  .select("main a:contains(from today on)")
                  .attr("href"))
          .isEqualTo("/activity?from=" + LocalDate.now(other.toZoneId()));
    } finally {
      TimeZone.setDefault(before);
    }
  }

  @Test
  void itIsNarrowedByPersonDayAndText() throws IOException {
    put("a/notat", comments("Åse", NOON, NOON.plusSeconds(DAY)), comments("Bjørn", NOON));
    put("b/svar", comments("Åse", NOON.plusSeconds(2 * DAY)));

    assertThat(told("?to=2025-12-31"))
        .containsExactly(
            "3 March 2025: Åse in svar",
            "2 March 2025: Åse in notat",
            "1 March 2025: Bjørn in notat",
            "1 March 2025: Åse in notat");
    assertThat(told("?by=%C3%A5se&document=a/notat"))
        .containsExactly("2 March 2025: Åse in notat", "1 March 2025: Åse in notat");
    assertThat(told("?by=Bj%C3%B8rn")).containsExactly("1 March 2025: Bjørn in notat");
    assertThat(told("?document=svar")).containsExactly("3 March 2025: Åse in svar");
    assertThat(told("?from=2025-03-02&to=2025-03-02"))
        .containsExactly("2 March 2025: Åse in notat");
    assertThat(told("?from=2025-03-02&to=2025-03-01")).isEmpty();
    Document narrowed = page(testServer, "/activity?by=Bj%C3%B8rn&document=a/notat&from=x");
    assertThat(narrowed.select("details.narrow").hasAttr("open")).isTrue();
    assertThat(narrowed.select("#by").val()).isEqualTo("Bjørn");
    assertThat(narrowed.select("#from").val()).isEmpty();
    assertThat(narrowed.select("head link[type=application/atom+xml]").eachAttr("href"))
        .contains("/feed.atom?document=a%2Fnotat");
    assertThat(page(testServer, "/activity?document=x").text())
        .contains("There is no text “x”", "No activity.");
  }

  @Test
  void pagesLeadForthAndBackThroughEverything() throws IOException {
    var all = new ArrayList<String>();
    for (int i = 0; i < 120; i++) {
      String name = "d%03d".formatted(i);
      put("many/" + name, comments("Åse", NOON.plusSeconds(60L * i)));
      all.add("1 March 2025: Åse in " + name);
    }
    var forth = new ArrayList<String>();
    var pages = new ArrayList<List<String>>();
    String href = "/activity?by=%C3%85se";
    for (String next = href; !next.isEmpty(); ) {
      Document page = page(testServer, next);
      pages.add(told(page));
      forth.addAll(told(page));
      href = next;
      next = page.select(".paging a[rel=next]").attr("href");
    }
    assertThat(forth).containsExactlyElementsOf(all.reversed());
    for (int i = pages.size() - 2; i >= 0; i--) {
      href = page(testServer, href).select(".paging a[rel=prev]").attr("href");
      assertThat(told(page(testServer, href))).isEqualTo(pages.get(i));
    }
    assertThat(page(testServer, href).select(".paging a[rel=prev]")).isEmpty();
    assertThat(told("?by=%C3%85se&before=5~Bj%C3%B8rn~many/d001")).hasSize(50);
  }

  @Test
  void aReportIsToldWhenItIsAcceptedAndCountsForNobodyOfThatName() {
    TrackedSection section = testServer.section("2015/brev", "Styret må gå");
    var reports = testServer.library().reports();
    reports.report(
        section.section().id(),
        new ReportContent(ReportCategory.LINK, ""),
        new TextQuote(Side.TRANSLATION, "must stay", "The board", "We demand"),
        section.version(),
        new Actor("Åse", "api"));
    String report =
        testServer.section("2015/brev", "Styret må gå").reports().getFirst().report().id();
    assertThat(told("?from=2026-11-24")).isEmpty();

    reports.settle(
        section.section().id(), report, ReportVerdict.ACCEPTED, new Actor("Bjørn", "web"));
    assertThat(page(testServer, "/activity?from=2026-11-24").select(".line").eachText())
        .containsExactly(
            "Readers reported an error in one section in Letter to the board " + noon(),
            "Bjørn answered a report on one section in Letter to the board " + noon());
    assertThat(told("?by=%C3%85se&from=2026-11-24")).isEmpty();
  }

  @Test
  void theFooterAndTheProgressPageLeadThere() {
    assertThat(page(testServer, "/home").select("footer a[href=/activity]").text())
        .isEqualTo("Activity");
    assertThat(page(testServer, "/progress").select("main a[href=/activity]")).hasSize(1);
  }

  private void mark(TrackedSection section, String person) {
    testServer
        .library()
        .marks()
        .mark(
            section.section().id(), State.TRANSLATED, section.version(), new Actor(person, "web"));
  }

  private List<String> told(String query) {
    return told(page(testServer, "/activity" + query));
  }

  private static List<String> told(Document page) {
    List<String> days = page.select("main h2").eachText();
    List<Element> lists = page.select("main ul.lines");
    var told = new ArrayList<String>();
    for (int i = 0; i < days.size(); i++) {
      for (String line : lists.get(i).select(".line").eachText()) {
        told.add(days.get(i) + ": " + line.replaceAll(" commented on one section| \\S+$", ""));
      }
    }
    return told;
  }

  private void put(String id, String... lines) throws IOException {
    Path original = testServer.root().resolve("archive/" + id + ".md");
    Files.createDirectories(original.getParent());
    Files.writeString(original, "Tekst.\n");
    Files.createDirectories(record(id).getParent());
    Files.writeString(
        record(id), "{\"speil\":1,\"document\":\"" + id + "\"}\n" + String.join("", lines));
    testServer.library().documents().find(new DocumentId(id));
  }

  private Path record(String id) {
    return testServer.root().resolve("translations/" + id + ".jsonl");
  }

  private static String comments(String person, Instant... moments) {
    var lines = new StringBuilder();
    for (Instant at : moments) {
      lines.append(line(at, person, "comment").replace("}", ",\"text\":\"Hei\"}"));
    }
    return lines.toString();
  }

  private static String line(Instant at, String person, String kind) {
    return "{\"at\":\"%s\",\"by\":\"%s\",\"via\":\"web\",\"do\":\"%s\",\"section\":\"7kq2mx9d4t\"}%n"
        .formatted(at, person, kind);
  }

  private static String noon() {
    return Messages.ENGLISH.time(TestServer.NOW);
  }
}
