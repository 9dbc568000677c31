package no.speil.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.ObjectName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A request to speak another protocol is refused and leaves nothing behind. */
@Tag("slow")
class UpgradeTest {
  private static final int MANY = 200;
  private static final String WEBSOCKET =
      String.join(
          "\r\n",
          "Connection: Upgrade",
          "Upgrade: websocket",
          "Sec-WebSocket-Version: 13",
          "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
          "");

  @Served private static TestServer testServer;

  @ParameterizedTest
  @CsvSource({"/, 400", "/nothing, 400", "/api/v1/progress, 400", "/healthz, 400"})
  void isRefusedAsEveryOtherWrongRequestIs(String path, int status) throws IOException {
    String answer = ask(path, WEBSOCKET);
    assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
    assertThat(answer.toLowerCase(Locale.ROOT))
        .contains("content-security-policy: default-src 'none'; style-src 'self';")
        .contains("x-content-type-options: nosniff")
        .doesNotContain("set-cookie", "upgrade: ");
  }

  @ParameterizedTest
  @CsvSource({
    "'Sec-WebSocket-Version: 13', 400",
    "'Upgrade: WebSocket', 400",
    "'Upgrade: h2c, websocket', 400",
    "'Upgrade: foo/2', 400",
    "'Upgrade: h2c', 200",
    "'Upgrade: H2C', 200"
  })
  void isKnownByAnyOfItsHeaders(String header, int status) throws IOException {
    assertThat(ask("/help", "Connection: Upgrade\r\n" + header + "\r\n"))
        .startsWith("HTTP/1.1 " + status + " ");
  }

  /** Java's client and curl offer HTTP/2 with every request and go on without it. */
  @Test
  void offerOfHttp2IsPassedOver() throws Exception {
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build()) {
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(testServer.address()).build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
    }
  }

  @Test
  void refusalOfAForeignPageIsAsCheapAsAnyOther() throws IOException {
    String answer = ask("/", "Origin: http://evil.example\r\n" + WEBSOCKET, "evil.example");
    assertThat(answer).startsWith("HTTP/1.1 403 ").doesNotContainIgnoringCase("set-cookie");
  }

  @Test
  void manyOfThemLeaveNoSession() throws Exception {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), testServer.port())) {
      InputStream in = new BufferedInputStream(socket.getInputStream());
      byte[] request = request("/", WEBSOCKET, "127.0.0.1:" + testServer.port());
      for (int i = 0; i < MANY; i++) {
        socket.getOutputStream().write(request);
        assertThat(answer(in)).doesNotContainIgnoringCase("set-cookie");
      }
    }
    assertThat(liveObjects()).noneMatch(line -> line.contains("ManagedSession"));
  }

  @Test
  void codeThatAsksForASessionFailsInsteadOfKeepingOne() throws Exception {
    Javalin javalin =
        Javalin.create(
                config -> {
                  WebServer.configure(config, "");
                  config.routes.get("/", context -> context.sessionAttribute("name", "kari"));
                })
            .start("127.0.0.1", 0);
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), javalin.port())) {
      socket.getOutputStream().write(request("/", "", "127.0.0.1"));
      assertThat(answer(new BufferedInputStream(socket.getInputStream())))
          .startsWith("HTTP/1.1 500 ")
          .doesNotContainIgnoringCase("set-cookie");
    } finally {
      javalin.stop();
    }
  }

  @Test
  void nothingThatServesWebSocketsIsOnTheClassPath() {
    String[] classPath =
        System.getProperty("java.class.path").split(System.getProperty("path.separator"), -1);
    assertThat(classPath)
        .extracting(entry -> Path.of(entry).getFileName().toString())
        .anyMatch(name -> name.startsWith("jetty-server"))
        .noneMatch(name -> name.matches(".*(websocket|jndi|jetty-plus|webapp|cdi-api).*"));
  }

  private static String ask(String path, String headers) throws IOException {
    return ask(path, headers, "127.0.0.1:" + testServer.port());
  }

  private static String ask(String path, String headers, String host) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), testServer.port())) {
      socket.getOutputStream().write(request(path, headers, host));
      return answer(new BufferedInputStream(socket.getInputStream()));
    }
  }

  private static byte[] request(String path, String headers, String host) {
    return "GET %s HTTP/1.1\r\nHost: %s\r\n%s\r\n"
        .formatted(path, host, headers)
        .getBytes(StandardCharsets.UTF_8);
  }

  /** The head of one answer; its body is read and left out. */
  private static String answer(InputStream in) throws IOException {
    var head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("the connection ended after: " + head);
      }
      head.append((char) next);
    }
    in.skipNBytes(
        head.toString()
            .lines()
            .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-length:"))
            .mapToLong(line -> Long.parseLong(line.substring(line.indexOf(':') + 1).strip()))
            .findFirst()
            .orElse(0));
    return head.toString();
  }

  /** The classes of all objects that are still held after a collection, one a line. */
  private static Stream<String> liveObjects() throws JMException {
    Object histogram =
        ManagementFactory.getPlatformMBeanServer()
            .invoke(
                new ObjectName("com.sun.management:type=DiagnosticCommand"),
                "gcClassHistogram",
                new Object[] {new String[0]},
                new String[] {String[].class.getName()});
    return histogram.toString().lines();
  }
}
