package no.speil.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import no.speil.library.sync.Readiness;
import no.speil.messages.Messages;
import no.speil.messages.NoticeTexts;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told while only some of the archive has been read: two of five documents. */
@Tag("slow")
class IndexingTest {
  private static final int DOCUMENTS = 5;
  private static final List<String> WHOLE =
      List.of(
          "/search.csv?q=styret",
          "/count.csv",
          "/count/keywords.csv?q=styret",
          "/count/between.csv?q=styret",
          "/count/spread.csv?q=styret",
          "/count/collocates.csv?word=styret",
          "/kwic.csv?q=styret",
          "/search.json?q=styret",
          "/search.tmx?q=styret",
          "/export/brev-1.csv",
          "/export/brev-1.xlf",
          "/feed.atom",
          "/feed.atom?document=brev-1",
          "/search.atom?q=styret",
          "/queue.atom",
          "/sitemap.xml",
          "/sitemap-1.xml",
          "/api/v1/changes");

  private static final CountDownLatch RELEASE = new CountDownLatch(1);
  private static final CountDownLatch HELD = new CountDownLatch(2);

  @TempDir private static Path folder;
  private static TestServer testServer;

  /** Both threads that read are held behind their first document. */
  @BeforeAll
  static void serve() throws Exception {
    for (int i = 1; i <= DOCUMENTS; i++) {
      Path file = folder.resolve("archive/brev-" + i + ".md");
      Files.createDirectories(file.getParent());
      Files.writeString(file, "# Brev %d\n\nStyret må gå.\n".formatted(i));
    }
    testServer = TestServer.whileIndexing(folder, (done, total, remaining) -> hold());
    assertThat(HELD.await(5, TimeUnit.MINUTES)).isTrue();
    assertThat(testServer.get("/d/brev-1").statusCode()).isEqualTo(200);
  }

  @AfterAll
  static void close() {
    RELEASE.countDown();
    testServer.close();
  }

  @Test
  void searchSaysThatItsTotalIsOfSomeOnly() throws Exception {
    JsonNode found = json("/api/v1/search?q=styret");
    assertThat(found.path("total").asInt()).isBetween(1, DOCUMENTS - 1);
    assertThat(found.path("exact").asBoolean()).isFalse();
    assertThat(found.path("notices").get(0).asText())
        .startsWith("The archive is being read: 2 of 5 documents so far");
    Document page = page("/search?q=styret&lang=nb");
    assertThat(page.select(".notice").text())
        .startsWith("Arkivet leses inn: 2 av 5 dokumenter så langt");
    assertThat(page.select(".summary").text()).startsWith("Minst");
    assertThat(page("/search?q=finnesikke").select(".nothing h2").text())
        .isEqualTo("No results so far.");
  }

  @Test
  void whatIsLeftIsSaidInTime() throws Exception {
    assertThat(said(Messages.ENGLISH, 61))
        .contains("5 of 9 documents so far, about 2 minutes left");
    assertThat(said(Messages.ENGLISH, 60)).contains("5 of 9 documents so far, less than a minute");
    assertThat(said(Messages.NORWEGIAN, 3600)).contains("så langt, omtrent 60 minutter igjen. Til");
    assertThat(said(Messages.NORWEGIAN, 1)).contains("så langt, under ett minutt igjen. Til");

    Path other = Files.createDirectory(folder.resolve("other"));
    Files.createDirectory(other.resolve("archive"));
    for (int i = 1; i <= DOCUMENTS; i++) {
      Files.copy(
          folder.resolve("archive/brev-" + i + ".md"), other.resolve("archive/" + i + ".md"));
    }
    var go = new CountDownLatch(1);
    try (TestServer slow =
        TestServer.whileIndexing(
            other, (done, total, remaining) -> await(go, done <= 2 ? 3200 : 600_000))) {
      JsonNode ready = read(slow, "/readyz");
      assertThat(ready.path("secondsLeft").isNull()).as("%s", ready).isTrue();
      while (ready.path("done").asInt() < DOCUMENTS - 1) {
        ready = read(slow, "/readyz");
      }
      assertThat(ready.path("secondsLeft").asInt(-1)).as("%s", ready).isBetween(0, 30);
      assertThat(ready.path("total").asInt()).isEqualTo(DOCUMENTS);
      assertThat(Jsoup.parse(slow.get("/home").body()).select(".notice").text())
          .contains("4 of 5 documents so far, less than a minute left.");
      go.countDown();
      while (!ready.path("ready").asBoolean()) {
        ready = read(slow, "/readyz");
      }
      assertThat(ready.path("secondsLeft").isNull()).as("%s", ready).isTrue();
    } finally {
      go.countDown();
    }
  }

  private static String said(Messages t, long seconds) {
    var readiness = new Readiness(false, false, 5, 9, Duration.ofSeconds(seconds));
    return String.join("", NoticeTexts.ofCounts(t, readiness));
  }

  private static JsonNode read(TestServer server, String path) throws Exception {
    Thread.sleep(20);
    return new ObjectMapper().readTree(server.get(path).body());
  }

  private static void await(CountDownLatch latch, long millis) {
    try {
      latch.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void wordsInContextSayTheSame() throws Exception {
    JsonNode found = json("/api/v1/kwic?q=styret");
    assertThat(found.path("exact").asBoolean()).isFalse();
    assertThat(found.path("notices").get(0).asText()).contains("2 of 5 documents");
    assertThat(page("/kwic?q=styret").select(".notice").text()).contains("2 of 5 documents");
  }

  @Test
  void countsOfWordsSayTheSame() throws Exception {
    JsonNode words = json("/api/v1/count/words");
    assertThat(words.path("exact").asBoolean()).isFalse();
    assertThat(words.path("notices").get(0).asText()).contains("2 of 5 documents");
    assertThat(page("/count").select(".notice").text()).contains("2 of 5 documents");
  }

  @Test
  void whatGoesOutWholeWaitsUntilAllIsRead() throws Exception {
    for (String path : WHOLE) {
      HttpResponse<String> answer = testServer.get(path);
      assertThat(answer.statusCode()).as(path).isEqualTo(503);
      assertThat(answer.headers().firstValue("Retry-After")).as(path).hasValue("5");
      assertThat(answer.body())
          .as(path)
          .contains("The archive is being read: 2 of 5 documents so far");
      HttpResponse<String> toPrograms = testServer.get(path, "Accept", "application/json");
      assertThat(toPrograms.headers().firstValue("Content-Type"))
          .as(path)
          .hasValue("application/problem+json");
    }
  }

  @Test
  void countsOfTheArchiveSayThatTheyAreOfSomeOnly() throws Exception {
    for (String path :
        new String[] {"/api/v1/progress", "/api/v1/documents", "/api/v1/problems", "/healthz"}) {
      assertThat(json(path).path("exact").asBoolean(true)).as(path).isFalse();
    }
    for (String path : new String[] {"/home", "/progress", "/problems", "/queue"}) {
      assertThat(page(path).select(".notice").text()).as(path).contains("2 of 5 documents so far");
    }
    assertThat(page("/queue?q=finnesikke").text()).doesNotContain("nothing to do here");
  }

  /** It may be in a document that has not been read yet. */
  @Test
  void whatIsNotKnownYetIsNotToldToBeUnknown() throws Exception {
    assertThat(testServer.get("/s/7kq2mx9d4t").statusCode()).isEqualTo(503);
    assertThat(testServer.get("/api/v1/sections/7kq2mx9d4t").statusCode()).isEqualTo(503);
    assertThat(testServer.get("/d/an-old-name").statusCode()).isEqualTo(503);
  }

  /** Runs after the tests above. */
  @Nested
  class OnceAllHasBeenRead {
    @BeforeAll
    static void finish() throws InterruptedException {
      RELEASE.countDown();
      assertThat(testServer.library().sync().awaitReady(Duration.ofMinutes(5))).isTrue();
    }

    @Test
    void searchFindsAllAndSaysNoMore() throws Exception {
      JsonNode found = json("/api/v1/search?q=styret");
      assertThat(found.path("total").asInt()).isEqualTo(DOCUMENTS);
      assertThat(found.path("exact").asBoolean()).isTrue();
      assertThat(found.path("notices")).isEmpty();
      assertThat(json("/api/v1/kwic?q=styret").path("exact").asBoolean()).isTrue();
    }

    @Test
    void whatGoesOutWholeIsHad() {
      for (String path : WHOLE) {
        assertThat(testServer.get(path).statusCode()).as(path).isEqualTo(200);
      }
    }

    @Test
    void countsAreOfAll() throws Exception {
      assertThat(json("/api/v1/progress").path("exact").asBoolean()).isTrue();
      assertThat(json("/api/v1/progress").path("documents").asInt()).isEqualTo(DOCUMENTS);
      assertThat(page("/progress").select(".notice")).isEmpty();
    }

    @Test
    void whatIsNowhereIsToldToBeUnknown() {
      assertThat(testServer.get("/s/7kq2mx9d4t").statusCode()).isEqualTo(404);
      assertThat(testServer.get("/d/an-old-name").statusCode()).isEqualTo(404);
    }
  }

  private static void hold() {
    HELD.countDown();
    try {
      RELEASE.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode json(String path) throws Exception {
    return new ObjectMapper().readTree(testServer.get(path).body());
  }

  private static Document page(String path) {
    return Jsoup.parse(testServer.get(path).body());
  }
}
