package no.speil.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import no.speil.status.TrackedSection;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What caches and clients that have an answer already are told (RFC 9110, 12.5.5 and 13). */
class ConditionalRequestTest {
  @Served private static TestServer testServer;

  /** Until nothing is learned, noted or read again any more, which makes other tags. */
  @BeforeAll
  static void awaitRest() throws Exception {
    for (int times = 0; times < 2; times++) { // what the first look notes is young again
      try (Stream<Path> files = Files.walk(testServer.root())) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(3600)));
        }
      }
      testServer.library().sync().look();
      assertThat(testServer.library().trainer().awaitIdle(Duration.ofMinutes(5))).isTrue();
    }
    testServer.library().sync().look();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/home",
        "/browse",
        "/d/2015/brev",
        "/search?q=styret",
        "/help",
        "/opensearch.xml",
        "/feed.atom",
        "/export/2015/brev.csv",
        "/export/2015/brev.json",
        "/export/2015/brev.tmx",
        "/export/2015/brev.tmx?unit=sentence",
        "/export/2015/brev.xlf",
        "/assets/speil.css",
        "/assets/speil.svg",
        "/favicon.ico",
        "/openapi.json",
        "/files/archive/2015/merke.png",
        "/cite/2015/brev.bib",
        "/api/v1/documents/2015/brev",
        "/kwic?q=styret",
        "/count?q=styret",
        "/activity",
        "/glossary",
        "/glossary.tbx"
      })
  void whatAClientHasIsNotSentAgain(String path) {
    HttpResponse<String> first = testServer.get(path);
    assertThat(first.statusCode()).isEqualTo(200);
    String tag = tag(first);
    assertThat(tag).startsWith("W/\"");
    for (String known : List.of(tag, tag.substring(2), "\"other\", " + tag, "*")) {
      HttpResponse<String> again = testServer.get(path, "If-None-Match", known);
      assertThat(again.statusCode()).as(known).isEqualTo(304);
      assertThat(again.body()).isEmpty();
      assertThat(tag(again)).isEqualTo(tag);
      for (String name : List.of("Vary", "Cache-Control")) {
        assertThat(again.headers().allValues(name)).isEqualTo(first.headers().allValues(name));
      }
    }
    assertThat(testServer.get(path, "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/d/2015/brev", "/browse", "/search?q=styret", "/activity", "/glossary"})
  void theHeadOfAPageHasTheTagOfThePage(String path) {
    String tag = tag(testServer.get(path));
    HttpResponse<String> head = testServer.send("HEAD", path, "");
    assertThat(tag(head)).isEqualTo(tag);
    assertThat(testServer.send("HEAD", path, "", "If-None-Match", tag).statusCode()).isEqualTo(304);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/work",
        "/queue",
        "/problems",
        "/import",
        "/people",
        "/account",
        "/api/v1/inbox",
        "/api/v1/reports",
        "/api/v1/problems"
      })
  void whatOnlySomeMaySeeIsKeptNowhere(String path) {
    HttpResponse<String> answer = testServer.get(path);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(varied(path)).contains("cookie");
  }

  @Test
  void aPageForSomebodySignedInIsPrivate() {
    assertThat(testServer.get("/d/2015/brev").headers().firstValue("Cache-Control"))
        .hasValue("private, no-cache");
    HttpResponse<String> reader = testServer.get("/d/2015/brev", TestServer.asReader());
    assertThat(reader.headers().firstValue("Cache-Control")).hasValue("no-cache");
  }

  /** On a server of its own, since it learns from what is written, which makes other tags. */
  @Test
  void anExportThatHasChangedIsSentAgain(@TempDir Path folder) throws Exception {
    try (TestServer written = TestServer.copyOf("letters", folder)) {
      for (String path :
          List.of(
              "/export/2015/brev.csv",
              "/export/2015/brev.json",
              "/export/2015/brev.xlf",
              "/d/2015/brev")) {
        String tag = tag(written.get(path));
        TrackedSection section = written.section("2015/brev", "Styret må gå");
        HttpResponse<String> saved =
            written.send(
                "PUT",
                "/api/v1/sections/" + section.section().id() + "/translation",
                "{\"markdown\": \"For %s.\"}".formatted(path),
                "Content-Type",
                "application/json",
                "If-Match",
                "\"" + section.version() + "\"");
        assertThat(saved.statusCode()).isEqualTo(200);
        HttpResponse<String> again = written.get(path, "If-None-Match", tag);
        assertThat(again.statusCode()).as(path).isEqualTo(200);
        assertThat(again.body()).isNotEmpty();
      }
    }
  }

  @Test
  void eachLanguageHasAVersionOfItsOwn() {
    String english = tag(testServer.get("/help", "Accept-Language", "en"));
    assertThat(
            testServer.get("/help", "Accept-Language", "nb", "If-None-Match", english).statusCode())
        .isEqualTo(200);
  }

  @Test
  void anErrorIsAlwaysSent() {
    HttpResponse<String> answer =
        testServer.get("/d/none", "If-None-Match", "*", "Accept", "text/html");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).isNotEmpty();
    assertThat(answer.headers().firstValue("ETag")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/d/2015/brev",
        "/search?q=styret",
        "/search.csv?q=styret",
        "/kwic?q=styret",
        "/count?q=styret",
        "/word/styret",
        "/export/2015/brev.epub",
        "/export/2015/brev.csv",
        "/feed.atom",
        "/cite/2015/brev.bib",
        "/none"
      })
  void cachesKeepAnAnswerForEachLanguageVisitorAndCompression(String path) {
    assertThat(varied(path)).contains("accept-encoding", "accept-language", "cookie");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/assets/speil.css",
        "/openapi.json",
        "/sitemap-1.xml",
        "/api/v1/documents",
        "/api/v1/none",
        "/export/2015/brev.xlf"
      })
  void cachesKeepAnAnswerForEachCompression(String path) {
    assertThat(varied(path)).contains("accept-encoding");
  }

  @Test
  void aCompressedAssetSaysSo() {
    String style =
        Jsoup.parse(testServer.get("/home").body()).select("link[rel=stylesheet]").attr("href");
    HttpResponse<String> zipped = testServer.get(style, "Accept-Encoding", "gzip");
    assertThat(zipped.headers().firstValue("Content-Encoding")).hasValue("gzip");
    assertThat(zipped.headers().firstValue("Vary")).hasValue("Accept-Encoding");
    assertThat(zipped.headers().firstValue("Cache-Control").orElseThrow()).contains("immutable");
  }

  private List<String> varied(String path) {
    return testServer.get(path, "Accept", "text/html").headers().allValues("Vary").stream()
        .flatMap(line -> Arrays.stream(line.toLowerCase(java.util.Locale.ROOT).split(",", -1)))
        .map(String::strip)
        .toList();
  }

  private static String tag(HttpResponse<String> answer) {
    return answer.headers().firstValue("ETag").orElseThrow();
  }
}
