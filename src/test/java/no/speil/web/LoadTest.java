package no.speil.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many heavy requests at once; how long they take and how many get through: LoadFigures. */
@Tag("slow")
class LoadTest {
  private static final int AT_ONCE = 25;

  /** More than Jetty has platform threads. */
  private static final int STOPPED = 400;

  private static final List<String> HEAVY =
      List.of(
          "/search.tmx?q=nevner&unit=sentence",
          "/search.csv?q=nevner",
          "/search.json?q=nevner",
          "/kwic?q=nevner",
          "/api/v1/search?q=nevner&size=1000");

  @TempDir Path folder;

  @Test
  void nobodyIsDroppedAndTheServerSaysThatItIsWell() throws Exception {
    Path archive = Files.createDirectories(folder.resolve("archive/2016"));
    Files.writeString(
        archive.resolve("protokoll.md"),
        IntStream.range(0, 3_000)
            .mapToObj(i -> "Møteboka nevner sak nummer " + i + ".\n\n")
            .reduce("# Protokoll\n\n", String::concat));
    try (TestServer testServer = TestServer.again(folder);
        HttpClient client = HttpClient.newHttpClient()) {
      List<CompletableFuture<HttpResponse<String>>> asked =
          IntStream.range(0, AT_ONCE)
              .mapToObj(i -> ask(client, testServer, HEAVY.get(i % HEAVY.size())))
              .toList();
      while (asked.stream().anyMatch(each -> !each.isDone())) {
        assertThat(testServer.get("/healthz").statusCode()).isEqualTo(200);
      }
      List<HttpResponse<String>> answers = asked.stream().map(CompletableFuture::join).toList();
      assertThat(answers)
          .allMatch(
              answer ->
                  answer.statusCode() == 200
                      || (answer.statusCode() == 503
                          && answer.headers().firstValue("Retry-After").isPresent()));
      assertThat(answers).anyMatch(answer -> answer.statusCode() == 200);
    }
  }

  @Test
  void clientsThatStopInTheMiddleOfAFormKeepNobodyFromBeingAnswered() throws Exception {
    Files.createDirectories(folder.resolve("archive"));
    var stopped = new ArrayList<Socket>();
    try (TestServer testServer = TestServer.again(folder)) {
      int port = testServer.address().getPort();
      for (int i = 0; i < STOPPED; i++) {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        stopped.add(socket);
        socket
            .getOutputStream()
            .write(
                """
                POST /sign-in HTTP/1.1\r
                Host: localhost:%d\r
                Content-Type: application/x-www-form-urlencoded\r
                Content-Length: 1000\r
                \r
                abc"""
                    .formatted(port)
                    .getBytes(ISO_8859_1));
      }
      assertThat(testServer.get("/healthz").statusCode()).isEqualTo(200);
    } finally {
      for (Socket each : stopped) {
        each.close();
      }
    }
  }

  private static CompletableFuture<HttpResponse<String>> ask(
      HttpClient client, TestServer testServer, String path) {
    return client.sendAsync(
        HttpRequest.newBuilder(testServer.address().resolve(path)).build(),
        BodyHandlers.ofString());
  }
}
