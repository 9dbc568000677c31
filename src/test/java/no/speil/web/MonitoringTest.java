package no.speil.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import no.speil.archive.backup.Backup;
import no.speil.archive.backup.BackupException;
import no.speil.markdown.render.MarkdownRenderer;
import no.speil.web.http.Monitoring;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MonitoringTest {
  private static final String[] PROXY = {"X-Forwarded-For", "203.0.113.7"};

  @Served private static TestServer testServer;
  private final List<String> lines = new CopyOnWriteArrayList<>();
  @AutoClose private WebServer watched;

  @BeforeEach
  void serve() {
    watched =
        new WebServer(
                testServer.library(),
                new MarkdownRenderer(),
                TestServer.local(),
                new Monitoring("a-long-token", lines::add),
                null)
            .start();
  }

  @Test
  void requestsAreCountedByRouteAndStatusWithTheirDurations() throws Exception {
    get("/d/2015/brev");
    get("/d/2015/brev?view=no");
    get("/d/2015/nowhere");
    get("/nowhere/at/all");
    send("HEAD", "/");
    send("BREW", "/coffee");

    String text = awaitMetrics(count("other", "none", 404, 1));
    assertThat(text)
        .contains(
            count("GET", "/d/<id>", 200, 2),
            count("GET", "/d/<id>", 404, 1),
            count("GET", "none", 404, 1),
            count("HEAD", "/", 200, 1),
            "speil_http_request_duration_seconds_bucket{method=\"GET\",route=\"/d/<id>\","
                + "status=\"200\",le=\"10.0\"} 2\n",
            "speil_http_request_duration_seconds_sum{method=\"HEAD\"")
        .doesNotContain("BREW", "coffee", "brev", "nowhere");
  }

  @Test
  void archiveIndexAndHeapAreTold() throws Exception {
    var counts = testServer.library().counts();

    HttpResponse<String> answer = get("/metrics");

    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValue("text/plain; version=0.0.4; charset=utf-8");
    assertThat(answer.body())
        .contains(
            "speil_build_info{version=\"dev\"} 1\n",
            "speil_documents %.1f\n".formatted((double) counts.documents()),
            "speil_sections %.1f\n".formatted((double) counts.sections()),
            "speil_problems %.1f\n".formatted((double) counts.problems()),
            "speil_index_complete 1.0\n",
            "speil_failed_writes_total 0.0\n",
            "jvm_memory_used_bytes{area=\"heap\"} ",
            "jvm_memory_max_bytes{area=\"heap\"} ")
        .containsPattern("speil_last_look_age_seconds [0-9.E-]+\n")
        .containsPattern("speil_disk_free_bytes [1-9][0-9.E]+\n");
  }

  @Test
  void problemsAreCountedAsThePageOfThemListsThem() throws Exception {
    Path root = testServer.root();
    Path nowhere = root.resolve("nowhere/backup.zip");
    assertThatThrownBy(() -> Backup.write(root, nowhere, Clock.systemUTC()))
        .isInstanceOf(BackupException.class);
    try {
      assertThat(testServer.get("/problems").body()).contains(nowhere.getParent().toString());
      String told = testServer.get("/api/v1/problems").body();
      int listed = new ObjectMapper().readTree(told).path("total").asInt();
      assertThat(listed).isGreaterThan((int) testServer.library().counts().problems());
      assertThat(get("/metrics").body()).contains("speil_problems %d.0\n".formatted(listed));
    } finally {
      Files.delete(root.resolve(".speil/backup-failed"));
    }
  }

  @Test
  void reportsThatNobodyHasDecidedOnAreCounted() throws Exception {
    assertThat(get("/metrics").body()).contains("speil_reports_waiting 0.0\n");
    String section = testServer.section("2015/brev", "Styret må gå").section().id().value();
    String path = "/api/v1/sections/" + section + "/reports";
    String body = "{\"flaw\": \"meaning\", \"text\": \"It must leave.\"}";
    assertThat(testServer.send("POST", path, body, "Content-Type", "application/json").statusCode())
        .isEqualTo(201);
    assertThat(get("/metrics").body()).contains("speil_reports_waiting 1.0\n");
  }

  @Test
  void whoeverComesThroughAProxyNeedsTheToken() throws Exception {
    assertThat(get("/metrics").statusCode()).isEqualTo(200);
    assertThat(get("/metrics", PROXY).statusCode()).isEqualTo(404);
    assertThat(get("/metrics", PROXY[0], PROXY[1], "Authorization", "Bearer a-long-token"))
        .extracting(HttpResponse::statusCode)
        .isEqualTo(200);
    for (String wrong : List.of("Bearer a-long-toke", "Bearer ", "Basic a-long-token", "x")) {
      assertThat(get("/metrics", PROXY[0], PROXY[1], "Authorization", wrong).statusCode())
          .isEqualTo(404);
    }
    assertThat(testServer.get("/metrics", PROXY[0], PROXY[1], "Authorization", "Bearer null"))
        .extracting(HttpResponse::statusCode)
        .isEqualTo(404);
    assertThat(get("/metrics", PROXY).body())
        .isEqualTo(get("/metricz", PROXY).body().replace("metricz", "metrics"));
  }

  @Test
  void everyRequestIsALineInTheCombinedFormat() throws Exception {
    get("/search?q=styret", "User-Agent", "A \"browser\"", "Referer", "http://x/?token=abc");
    send("HEAD", "/", PROXY);

    assertThat(awaitLine("/search"))
        .matches(
            "127\\.0\\.0\\.1 - - \\[\\d\\d/[A-Z][a-z]{2}/\\d{4}:\\d\\d:\\d\\d:\\d\\d \\+0000\\]"
                + " \"GET /search\\?q=styret HTTP/1\\.1\" 200 \\d{3,}"
                + " \"http://x/\\?token=\\*\\*\\*\" \"A \\\\\"browser\\\\\"\" \\d+");
    assertThat(awaitLine("HEAD / ")).startsWith("203.0.113.7 - - [").contains("\" 200 0 \"-\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/sign-in?token=SECRET",
        "/sign-in?a=b&token=SECRET&c=d",
        "/sign-in?a&TOKEN=SECRET",
        "/sign-in?%74oken=SECRET",
        "/sign-in?%2574oken=SECRET",
        "/sign-in?access_token=SECRET",
        "/sign-in?next=%2Fx%3Ftoken%3DSECRET",
        "/sign-in?token=SECRET%",
        "/sign-in?invitation=SECRET&password=SECRET"
      })
  void secretsNeverAppear(String address) throws Exception {
    var lines = new CopyOnWriteArrayList<String>();
    try (var server =
        new WebServer(
                testServer.library(),
                new MarkdownRenderer(),
                TestServer.local(),
                new Monitoring(null, lines::add),
                null)
            .start()) {
      rawGet(server.port(), address);
      await(() -> !lines.isEmpty());
    }
    assertThat(lines.toString()).contains("GET /sign-in?").doesNotContain("SECRET");
  }

  @Test
  void requestThatCannotBeReadIsALineToo() throws Exception {
    rawGet(watched.port(), "/%zz");

    assertThat(awaitLine(" 400 ")).contains(" 400 ");
  }

  @Test
  void nothingIsLoggedUnlessAskedFor() throws Exception {
    testServer.get("/help");
    get("/help");
    assertThat(awaitLine("/help")).contains("/help");
    assertThat(lines).hasSize(1);
  }

  private static String count(String method, String route, int status, int times) {
    return "speil_http_request_duration_seconds_count{method=\"%s\",route=\"%s\",status=\"%d\"} %d\n"
        .formatted(method, route, status, times);
  }

  /** An answer can be here before its request is counted. */
  private String awaitMetrics(String part) throws Exception {
    await(() -> get("/metrics").body().contains(part));
    return get("/metrics").body();
  }

  private String awaitLine(String part) throws Exception {
    await(() -> lines.stream().anyMatch(line -> line.contains(part)));
    return lines.stream().filter(line -> line.contains(part)).findFirst().orElseThrow();
  }

  private interface Condition {
    boolean holds() throws Exception;
  }

  private static void await(Condition condition) throws Exception {
    long end = System.nanoTime() + Duration.ofMinutes(5).toNanos();
    while (!condition.holds() && System.nanoTime() < end) {
      Thread.sleep(10);
    }
    assertThat(condition.holds()).isTrue();
  }

  @Test
  void whereReadersComeThroughAProxyThatSaysNothingOfItTheTokenIsNeededToo() throws Exception {
    watched.close();
    var settings =
        TestServer.settings("127.0.0.1", 0, URI.create("http://127.0.0.1"), "kari", false);
    watched =
        new WebServer(
                testServer.library(),
                new MarkdownRenderer(),
                settings,
                new Monitoring("a-long-token", lines::add),
                null)
            .start();
    assertThat(get("/metrics").statusCode()).isEqualTo(404);
    assertThat(get("/metrics", "Authorization", "Bearer a-long-token").statusCode()).isEqualTo(200);
  }

  private HttpResponse<String> get(String path, String... headers) throws Exception {
    return send("GET", path, headers);
  }

  private HttpResponse<String> send(String method, String path, String... headers)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(watched.address() + path))
            .method(method, HttpRequest.BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
  }

  /** What no decent client sends. */
  private static void rawGet(int port, String target) throws Exception {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      String request =
          "GET %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nAuthorization: Bearer SECRET\r\n"
              .formatted(target, port);
      socket.getOutputStream().write((request + "Connection: close\r\n\r\n").getBytes(UTF_8));
      socket.getInputStream().readAllBytes();
    }
  }
}
