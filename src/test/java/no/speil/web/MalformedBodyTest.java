package no.speil.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** A body that breaks off or breaks the rules is its sender's fault, and fills no log. */
@Tag("slow")
class MalformedBodyTest {
  private static final String JSON = "application/json";
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String CHUNKED = "Transfer-Encoding: chunked\r\n";

  @TempDir private Path folder;
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private TestServer testServer;

  @BeforeEach
  void serve() {
    testServer = TestServer.copyOf("letters", folder);
    log.start();
    root().addAppender(log);
  }

  @AfterEach
  void close() {
    root().detachAppender(log);
    testServer.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"zz\r\n{}\r\n", "\r\n\r\n", "-1\r\n", "5\r\n{}\r\n0\r\n\r\n"})
  void malformedChunkIsAWrongRequest(String body) throws IOException {
    for (boolean ends : new boolean[] {false, true}) {
      assertRefused(post("/api/v1/sections/%s/comments", JSON, CHUNKED, body, ends));
      assertRefused(post("/s/%s/comments", FORM, CHUNKED, body, ends));
    }
  }

  @Test
  void bodyThatBreaksOffIsAWrongRequest() throws IOException {
    assertRefused(post("/api/v1/sections/%s/comments", JSON, CHUNKED, "9\r\n{", true));
    String longer = "Content-Length: 100\r\n";
    assertRefused(post("/api/v1/sections/%s/comments", JSON, longer, "{", true));
    assertRefused(post("/s/%s/comments", FORM, longer, "text=", true));
  }

  private void assertRefused(String answer) {
    assertThat(answer).startsWith("HTTP/1.1 400 ").doesNotContain("The fault is ours");
    assertThat(log.list).isEmpty();
  }

  /**
   * Sends a request, and answers with all that comes back.
   *
   * @param ends whether the sender then closes its side
   */
  private String post(String path, String type, String length, String body, boolean ends)
      throws IOException {
    String id = testServer.section("2015/brev", "Styret må gå").section().id().value();
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), testServer.port())) {
      String head =
          "POST %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nConnection: close\r\nContent-Type: %s\r\n%s\r\n"
              .formatted(path.formatted(id), testServer.port(), type, length);
      socket.getOutputStream().write((head + body).getBytes(StandardCharsets.US_ASCII));
      socket.setSoTimeout(20_000);
      if (ends) {
        socket.shutdownOutput();
      }
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Logger root() {
    return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  }
}
