package no.speil.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The body of a refused request is read, also where it comes after its head: a proxy sends the next
 * request on the same connection, which must not be closed meanwhile.
 */
class RefusedBodyTest {
  private static final int SHORT = 16;

  @TempDir private Path folder;
  @AutoClose private TestServer testServer;

  @BeforeEach
  void serve() {
    testServer = TestServer.copyOf("letters", folder);
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /s/7kq2mx9d4t/state, Origin: https://evil.example, 403",
    "POST, /s/7kq2mx9d4t/state, X-HTTP-Method-Override: PUT, 400",
    "POST, /api/v1/sections/7kq2mx9d4t/comments, Accept: */*, 401",
    "POST, /nowhere, Accept: */*, 404",
    "PUT, /help, Accept: */*, 405"
  })
  void theNextRequestOnTheConnectionIsAnswered(
      String method, String path, String header, String status)
      throws IOException, InterruptedException {
    try (Socket socket = connect()) {
      send(socket, head(method, path, header, SHORT));
      Thread.sleep(100);
      send(socket, "a".repeat(SHORT) + head("GET", "/healthz", "Connection: close", 0));

      String answers = new String(socket.getInputStream().readAllBytes(), US_ASCII);

      assertThat(answers).startsWith("HTTP/1.1 " + status + " ").contains("HTTP/1.1 200 ");
    }
  }

  @Test
  void aBodyThatIsTooLongEndsTheConnectionAndTheAnswerSaysSo() throws IOException {
    try (Socket socket = connect()) {
      int length = 100_000;
      send(socket, head("POST", "/nowhere", "Accept: */*", length) + "a".repeat(length));

      String answer = new String(socket.getInputStream().readAllBytes(), US_ASCII);

      assertThat(answer).startsWith("HTTP/1.1 404 ").containsIgnoringCase("\nConnection: close");
    }
  }

  private Socket connect() throws IOException {
    var socket = new Socket(InetAddress.getLoopbackAddress(), testServer.port());
    socket.setSoTimeout(20_000);
    return socket;
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(US_ASCII));
    socket.getOutputStream().flush();
  }

  private String head(String method, String path, String header, int length) {
    return "%s %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n%s\r\nContent-Length: %d\r\n\r\n"
        .formatted(method, path, testServer.port(), header, length);
  }
}
