package no.speil.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafetyTest {
  @Served private static TestServer testServer;

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/api/v1/progress", "/nothing", "/api/v1/nothing", "/assets/speil.css"})
  void everyAnswerIsGuarded(String path) {
    HttpResponse<String> answer = testServer.get(path, TestServer.asReader());
    assertThat(answer.headers().firstValue("content-security-policy"))
        .hasValue(
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' https:;"
                + " connect-src 'self'; form-action 'self'; base-uri 'none';"
                + " frame-ancestors 'none'");
    assertThat(answer.headers().firstValue("x-content-type-options")).hasValue("nosniff");
    assertThat(answer.headers().firstValue("referrer-policy")).hasValue("same-origin");
    assertThat(answer.headers().firstValue("cache-control")).hasValue("no-cache");
  }

  @Test
  void hostileTextIsNeverRun() {
    Document page = Jsoup.parse(testServer.get("/d/%C3%A6%C3%B8%C3%A5/%C3%86rlig%20talt").body());
    assertThat(page.select("script").eachAttr("src"))
        .hasSize(8)
        .allMatch(
            src ->
                src.matches(
                    "/assets/(page|typing|reading|sentences|word|quote|report|cite)[.]js[?].*"));
    for (Element element : page.getAllElements()) {
      for (Attribute attribute : element.attributes()) {
        assertThat(attribute.getKey()).doesNotStartWith("on").isNotEqualTo("style");
        assertThat(attribute.getValue()).doesNotStartWithIgnoringCase("javascript:");
      }
    }
  }

  @Test
  void aTitleIsTextEverywhere() throws Exception {
    Files.writeString(
        testServer.root().resolve("archive/tittel.md"),
        """
        ---
        title: '<img src=x onerror=alert(1)> & mer'
        description: '<b>x</b>'
        ---

        Tekst.
        """);
    testServer.library().sync().look();
    for (String path :
        List.of("/d/tittel", "/home", "/progress", "/search?q=title:onerror", "/kwic?q=onerror")) {
      Document page = Jsoup.parse(testServer.get(path).body());
      assertThat(page.select("img, main b:contains(x):not(.summary)")).as(path).isEmpty();
      assertThat(page.select("main").text())
          .as(path)
          .contains("<img src=x onerror=alert(1)> & mer");
    }
  }

  /** Data for machines (JSON-LD) is not run, and so the policy has nothing against it. */
  @Test
  void noPageNeedsWhatThePolicyForbids() {
    Document page = Jsoup.parse(testServer.get("/d/2015/brev").body());
    assertThat(page.select("[style], style, iframe, object, embed")).isEmpty();
    assertThat(page.select("script:not([src])").not("[type=application/ld+json]")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "localhost:PORT, 200",
    "LOCALHOST:PORT, 200",
    "127.0.0.1:PORT, 200",
    "[::1]:PORT, 200",
    "localhost, 403",
    "localhost:1, 403",
    "speil.example:PORT, 403",
    "127.0.0.1.nip.io:PORT, 403",
    "localhost.evil.example:PORT, 403"
  })
  void onlyItsOwnNamesAreAnswered(String host, int status) {
    String name = host.replace("PORT", String.valueOf(testServer.port()));
    assertThat(testServer.head("GET / HTTP/1.1", "Host: " + name)).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({
    "Origin, http://127.0.0.1:PORT, 303",
    "Origin, http://localhost:PORT, 303",
    "Origin, https://127.0.0.1:PORT, 403",
    "Origin, http://127.0.0.1:1, 403",
    "Origin, http://evil.example, 403",
    "Origin, null, 403",
    "Sec-Fetch-Site, same-origin, 303",
    "Sec-Fetch-Site, none, 303",
    "Sec-Fetch-Site, same-site, 403",
    "Sec-Fetch-Site, cross-site, 403"
  })
  void onlyItsOwnPagesMayWrite(String header, String value, int status) {
    String origin = value.replace("PORT", String.valueOf(testServer.port()));
    HttpResponse<String> answer =
        testServer.send(
            "POST",
            "/sign-out",
            "",
            "Content-Type",
            "application/x-www-form-urlencoded",
            header,
            origin);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(testServer.get("/help", header, origin).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "https://archive.example.org, 303",
    "https://archive.example.org:443, 303",
    "http://archive.example.org, 403",
    "httpx://archive.example.org, 403"
  })
  void behindHttpsOnlyPagesThatCameByHttpsMayWrite(String origin, int status, @TempDir Path root) {
    URI publicUrl = URI.create("https://archive.example.org");
    var settings = TestServer.settings("127.0.0.1", 0, publicUrl, "kari", false);
    try (var served = TestServer.copyOf("letters", root, settings)) {
      HttpResponse<String> answer =
          served.send(
              "POST",
              "/sign-out",
              "",
              "Content-Type",
              "application/x-www-form-urlencoded",
              "Origin",
              origin);
      assertThat(answer.statusCode()).isEqualTo(status);
    }
  }

  @ParameterizedTest
  @MethodSource("methodsByMethods")
  void aMethodIsNeverChangedByAHeader(String sent, String meant) {
    String id = testServer.section("2015/brev", "Styret må gå").section().id().value();
    int events = testServer.section("2015/brev", "Styret må gå").history().size();
    for (String header : List.of("X-HTTP-Method-Override", "x-http-method-override")) {
      HttpResponse<String> program =
          testServer.send(
              sent,
              "/api/v1/sections/" + id + "/comments",
              "{\"text\":\"x\"}",
              "Content-Type",
              "application/json",
              "Origin",
              "http://evil.example",
              header,
              meant);
      assertThat(program.statusCode()).isEqualTo(400);
      assertThat(program.headers().firstValue("content-type")).hasValue("application/problem+json");
      HttpResponse<String> form =
          testServer.send(
              sent,
              "/s/" + id + "/comments",
              "text=x",
              "Content-Type",
              "application/x-www-form-urlencoded",
              "Sec-Fetch-Site",
              "cross-site",
              header,
              meant);
      assertThat(form.statusCode()).isEqualTo(400);
    }
    assertThat(testServer.section("2015/brev", "Styret må gå").history()).hasSize(events);
  }

  static Stream<Arguments> methodsByMethods() {
    List<String> sent = List.of("GET", "POST", "PUT", "DELETE", "OPTIONS");
    List<String> meant = List.of("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "NONSENSE");
    return sent.stream().flatMap(one -> meant.stream().map(other -> Arguments.of(one, other)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Forwarded",
        "X-Forwarded-For",
        "X-Forwarded-Proto",
        "X-Real-IP",
        "Via",
        "CF-Connecting-IP",
        "CF-Ray"
      })
  void noHeaderOfAProxyMakesAnybodyAWriter(String header) {
    assertThat(
            Jsoup.parse(
                    testServer
                        .get("/d/2015/brev", header, "127.0.0.1", "Authorization", "none")
                        .body())
                .select("form[method=post]"))
        .isEmpty();
    HttpResponse<String> answer =
        testServer.send(
            "POST",
            "/api/v1/sections/" + id() + "/comments",
            "{\"text\":\"hei\"}",
            "Content-Type",
            "application/json",
            "Authorization",
            "none",
            header,
            "127.0.0.1");
    assertThat(answer.statusCode()).isEqualTo(401);
  }

  private String id() {
    return testServer.section("2015/brev", "Styret må gå").section().id().value();
  }

  @Test
  void readersSeeNoFormsAndAreToldWhy(@TempDir Path other) {
    var settings = TestServer.settings("127.0.0.1", 0, null, "kari", true);
    try (TestServer reading = TestServer.copyOf("letters", other, settings)) {
      Document page = Jsoup.parse(reading.get("/d/2015/brev").body());
      assertThat(page.select("form[method=post], a[href$=/edit]")).isEmpty();
      assertThat(page.select("footer").text()).contains("This archive is served for reading only.");
      String id = reading.section("2015/brev", "Styret må gå").section().id().value();
      assertThat(reading.post("/s/" + id + "/comments", "text=hei").statusCode()).isEqualTo(403);
      assertThat(reading.get("/s/" + id + "/edit").statusCode()).isEqualTo(403);
    }
  }

  @Test
  void withAPublicAddressItAnswersToItAndWhoeverHoldsTheTokenWrites(@TempDir Path other) {
    var settings =
        TestServer.settings("127.0.0.1", 0, URI.create("https://speil.example"), "kari", false);
    try (TestServer open = TestServer.copyOf("letters", other, settings)) {
      assertThat(open.head("GET / HTTP/1.1", "Host: speil.example")).isEqualTo(200);
      assertThat(open.head("GET / HTTP/1.1", "Host: speil.example:443")).isEqualTo(200);
      assertThat(open.head("GET / HTTP/1.1", "Host: speil.example:80")).isEqualTo(403);
      assertThat(open.head("GET / HTTP/1.1", "Host: evil.example")).isEqualTo(403);
      writesByTheTokenOnly(open);
      Document page = Jsoup.parse(open.get("/d/2015/brev").body());
      assertThat(page.select("link[rel=canonical]").attr("href"))
          .isEqualTo("https://speil.example/d/2015/brev");
    }
  }

  @Test
  void aFormOfVeryManyFieldsIsRefused() {
    String[] reader = TestServer.asReader();
    HttpResponse<String> refused =
        testServer.send(
            "POST",
            "/sign-in",
            "a=&".repeat(20_000),
            "Content-Type",
            "application/x-www-form-urlencoded",
            reader[0],
            reader[1]);
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("more than 10000 fields");
  }

  @Test
  void atAllAddressesOnlyWhoeverHoldsTheTokenWrites(@TempDir Path other) {
    var settings = TestServer.settings("0.0.0.0", 0, null, "kari", false);
    try (TestServer open = TestServer.copyOf("letters", other, settings)) {
      assertThat(open.head("GET / HTTP/1.1", "Host: 127.0.0.1:" + open.port())).isEqualTo(200);
      writesByTheTokenOnly(open);
    }
  }

  private static void writesByTheTokenOnly(TestServer open) {
    String form = "/s/" + open.section("2015/brev", "Styret må gå").section().id() + "/comments";
    String type = "Content-Type";
    String fields = "application/x-www-form-urlencoded";
    assertThat(open.send("POST", form, "text=hei", type, fields, "Authorization", "none"))
        .extracting(HttpResponse::statusCode)
        .isEqualTo(401);
    assertThat(open.send("POST", form, "text=hei", type, fields, "Authorization", "Bearer x"))
        .extracting(HttpResponse::statusCode)
        .isEqualTo(401);
    assertThat(open.post(form, "text=hei").statusCode()).isEqualTo(303);
  }

  @Test
  void aTokenIsReadToTheLetterWhateverCameBeforeOnTheConnection(@TempDir Path other) {
    var settings = TestServer.settings("0.0.0.0", 0, null, "kari", false);
    try (TestServer open = TestServer.copyOf("letters", other, settings)) {
      String[] own = {"Authorization", open.authorization()};
      String beginning = own[1].substring("Bearer ".length(), "Bearer ".length() + 10);
      String swapped =
          beginning.equals(beginning.toLowerCase(Locale.ROOT))
              ? beginning.toUpperCase(Locale.ROOT)
              : beginning.toLowerCase(Locale.ROOT);
      String work = "/api/v1/inbox";
      assertThat(open.send("GET", work, null, "Authorization", "Bearer " + swapped))
          .returns(401, HttpResponse::statusCode);
      assertThat(open.send("GET", work, null, own)).returns(200, HttpResponse::statusCode);
    }
  }

  @Test
  void malformedRequestsAreAnsweredWithoutATrace() {
    assertThat(testServer.head("GET /d/%ff HTTP/1.1", "Host: 127.0.0.1:" + testServer.port()))
        .isEqualTo(400);
    assertThat(
            testServer.head(
                "GET /d/../../etc/passwd HTTP/1.1", "Host: 127.0.0.1:" + testServer.port()))
        .isEqualTo(400);
    assertThat(testServer.head("NONSENSE")).isEqualTo(400);
    HttpResponse<String> tooLong = testServer.get("/search?q=" + "a".repeat(9_000));
    assertThat(tooLong.statusCode()).isEqualTo(414);
    assertThat(tooLong.body()).contains("The address or the headers are too long.");
  }
}
