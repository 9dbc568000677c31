package no.speil.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HealthCommandTest {
  private String said = "";

  @ParameterizedTest
  @CsvSource({"200, 0, ready", "503, 1, not ready yet", "404, 1, answer 404", "302, 1, answer 302"})
  void aServerIsWellWhenItIsReady(int status, int code, String word) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/readyz",
        exchange -> {
          exchange.getResponseHeaders().set("Location", "/readyz");
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    server.start();
    int port = server.getAddress().getPort();
    try {
      assertThat(health(port)).isEqualTo(code);
      assertThat(said).isEqualTo("http://127.0.0.1:%d/readyz: %s\n", port, word);
      assertThat(run(Map.of("SPEIL_PORT", String.valueOf(port)), "health"))
          .as("where serve listens by its settings")
          .isEqualTo(code);
    } finally {
      server.stop(0);
    }
    assertThat(health(port)).isOne();
    assertThat(said).contains("Connection refused").hasLineCount(1);
  }

  @ParameterizedTest
  @CsvSource({"70000", "0", "-1"})
  void aPortWhereNoServerCanBeIsWrongUsage(int port) {
    assertThat(health(port)).isEqualTo(2);
    assertThat(said).startsWith("Invalid value for option '--port': " + port + " is no port\n");
  }

  @Test
  void aSiteBelowAPathIsAskedThere() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/arkiv/readyz", exchange -> exchange.sendResponseHeaders(200, -1));
    server.start();
    String port = String.valueOf(server.getAddress().getPort());
    try {
      assertThat(run(Map.of(), "health", "--port", port, "--public-url", "https://x.no/arkiv/"))
          .isZero();
    } finally {
      server.stop(0);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::", "0"})
  void aServerThatListensAtEveryAddressIsAskedOnThisMachine(String host) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/readyz", exchange -> exchange.sendResponseHeaders(200, -1));
    server.start();
    String port = String.valueOf(server.getAddress().getPort());
    try {
      assertThat(run(Map.of(), "health", "--host", host, "--port", port)).as(said).isZero();
    } finally {
      server.stop(0);
    }
  }

  @Test
  void aHostThatCannotBeIsWrongUsage() {
    assertThat(run(Map.of(), "health", "--host", "my host")).isEqualTo(2);
    assertThat(said).startsWith("Invalid value for option '--host': ");
  }

  private int health(int port) {
    return run(Map.of(), "health", "--port", String.valueOf(port));
  }

  private int run(Map<String, String> environment, String... words) {
    var bytes = new ByteArrayOutputStream();
    var stream = new PrintStream(bytes, true, UTF_8);
    int code = SpeilCommand.run(words, environment, stream, stream);
    said = bytes.toString(UTF_8);
    return code;
  }
}
