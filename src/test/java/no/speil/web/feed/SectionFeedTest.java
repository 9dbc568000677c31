package no.speil.web.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import no.speil.corpus.State;
import no.speil.library.actions.Actor;
import no.speil.status.TrackedSection;
import no.speil.web.TestServer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SectionFeedTest {
  @TempDir Path folder;
  @AutoClose private TestServer testServer;

  /** Everything is some days old when the server starts, so that what is done then is news. */
  @BeforeEach
  void serve() throws Exception {
    try (TestServer first = TestServer.copyOf("letters", folder)) {
      assertThat(first.library().sync().readiness().complete()).isTrue();
    }
    for (String record : List.of("2015/brev", "2015/kilde", "2015/vedtak", "æøå/Ærlig talt")) {
      Path file = folder.resolve("translations/" + record + ".jsonl");
      String aged = Files.readString(file).replace("2026-11-24T12:00:00", "2026-11-20T08:00:00");
      Files.writeString(file, aged);
    }
    testServer = TestServer.again(folder);
  }

  @Test
  void whatWasChangedLastComesFirst() {
    TrackedSection section = testServer.section("2015/brev", "Styret må gå");
    testServer
        .library()
        .marks()
        .mark(
            section.section().id(), State.TRANSLATED, section.version(), new Actor("kari", "web"));
    Document feed = feed("/search.atom?q=styret");
    String page = home() + "/s/" + section.section().id();
    Element entry = feed.select("entry").getFirst();
    assertThat(entry.select("> id").text()).isEqualTo(page + "#2026-11-24T12:00:00Z");
    assertThat(entry.select("link").attr("href")).isEqualTo(page);
    assertThat(entry.select("title").text()).isEqualTo("Letter to the board · Vi melder oss ut");
    assertThat(entry.select("updated").text()).isEqualTo("2026-11-24T12:00:00Z");
    assertThat(entry.select("summary[type=xhtml] p").eachText())
        .containsExactly(
            "Styret må gå. Vi krever svar innen 14 dager.",
            "The board must go. We demand an answer within 14 days.",
            "Translated · Up to date");
    assertThat(entry.select("summary p").eachAttr("xml:lang")).containsExactly("nb", "en", "en");
    assertThat(feed.select("entry updated").eachText().stream().skip(1))
        .isNotEmpty()
        .containsOnly("2026-11-20T08:00:00Z");
    assertThat(feed.select("feed > id").text()).isEqualTo(home() + "/search.atom?q=styret");
    assertThat(feed.select("feed > updated").text()).isEqualTo("2026-11-24T12:00:00Z");
    assertThat(feed.select("feed > author name").text()).isEqualTo(testServer.archiveName());
    assertThat(feed.select("feed > title").text())
        .isEqualTo("Changes in results for “styret” – " + testServer.archiveName());
    assertThat(feed.select("feed > link").eachAttr("href"))
        .containsExactly(home() + "/search.atom?q=styret", home() + "/search?q=styret");
  }

  @Test
  void idsStayWhileNothingChanges() {
    List<String> before = feed("/search.atom?q=styret").select("entry > id").eachText();
    testServer.close();
    testServer = TestServer.again(folder);
    assertThat(
            feed("/search.atom?q=styret").select("entry > id").eachText().stream()
                .map(SectionFeedTest::withoutPort))
        .isEqualTo(before.stream().map(SectionFeedTest::withoutPort).toList())
        .doesNotHaveDuplicates();
  }

  @Test
  void aFeedThatHasNotChangedIsNotSentAgain() {
    for (String path : List.of("/search.atom?q=styret", "/queue.atom", "/feed.atom")) {
      String tag = testServer.get(path).headers().firstValue("ETag").orElseThrow();
      HttpResponse<String> again = testServer.get(path, "If-None-Match", "\"other\", " + tag);
      assertThat(again.statusCode()).as(path).isEqualTo(304);
      assertThat(again.body()).isEmpty();
      assertThat(testServer.get(path, "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void theOrderOfResultsDoesNotMatterAndFiltersDo() {
    assertThat(
            feed("/search.atom?q=styret&language=nn&sort=date&page=7&group=document")
                .select("feed > id")
                .text())
        .isEqualTo(home() + "/search.atom?q=styret&language=nn");
    assertThat(feed("/search.atom?q=styret&language=nn").select("entry title").eachText())
        .containsExactly("Vedtaket");
    assertThat(testServer.get("/search.atom").statusCode()).isEqualTo(400);
  }

  @Test
  void aQueueHasAFeedOfItsFilters() throws Exception {
    Document all = feed("/queue.atom");
    assertThat(all.select("feed > title").text())
        .isEqualTo("Work to do – " + testServer.archiveName());
    assertThat(all.select("feed > id").text()).isEqualTo(home() + "/queue.atom");
    assertThat(all.select("entry")).hasSizeGreaterThan(3);
    Document some = feed("/queue.atom?q=doc:2015&task=untranslated&translator=");
    assertThat(some.select("feed > title").text())
        .isEqualTo("Work to do: To translate, doc:2015 – " + testServer.archiveName());
    assertThat(some.select("feed > id").text())
        .isEqualTo(home() + "/queue.atom?q=doc%3A2015&task=untranslated");
    assertThat(some.select("feed > link[rel=alternate]").attr("href"))
        .isEqualTo(home() + "/queue?q=doc%3A2015&task=untranslated");
    assertThat(some.select("entry title").eachText())
        .isNotEmpty()
        .allMatch(title -> title.endsWith(" · To translate"));
    assertThat(feed("/queue.atom?translator=ola").select("entry")).isEmpty();
    assertThat(feed("/queue.atom?translator=kari").select("entry")).isNotEmpty();
  }

  @Test
  void feedsAreFoundFromTheirPages() {
    assertThat(discovered("/search?q=styret&state=draft&sort=date"))
        .containsExactly("/texts.atom", "/feed.atom", "/search.atom?q=styret&state=draft");
    assertThat(discovered("/queue?q=doc%3A2015&task=untranslated&page=1"))
        .containsExactly("/texts.atom", "/feed.atom", "/queue.atom?q=doc%3A2015&task=untranslated");
    assertThat(discovered("/search")).containsExactly("/texts.atom", "/feed.atom");
  }

  private List<String> discovered(String path) {
    return Jsoup.parse(testServer.get(path).body())
        .select("link[rel=alternate][type=application/atom+xml]")
        .eachAttr("href");
  }

  private Document feed(String path) {
    HttpResponse<String> answer = testServer.get(path, "Accept-Language", "en");
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValue("application/atom+xml; charset=utf-8");
    return Jsoup.parse(answer.body(), Parser.xmlParser());
  }

  private String home() {
    return "http://127.0.0.1:" + testServer.port();
  }

  private static String withoutPort(String address) {
    return address.replaceFirst(":\\d+/", "/");
  }
}
