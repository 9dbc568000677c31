package no.speil.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Hands on the pages of a server tag by tag, slowly enough for a browser to paint them between. */
final class PageInParts implements AutoCloseable {
  private static final long PAUSE_MILLISECONDS = 4;

  private final HttpClient client = HttpClient.newHttpClient();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final URI home;
  private final HttpServer server;

  PageInParts(URI home) throws IOException {
    this.home = home;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handOn);
    server.start();
  }

  String address(String path) {
    return "http://" + home.getHost() + ":" + server.getAddress().getPort() + path;
  }

  private void handOn(HttpExchange exchange) throws IOException {
    try (exchange) {
      var request = HttpRequest.newBuilder(home.resolve(exchange.getRequestURI()));
      exchange
          .getRequestHeaders()
          .getOrDefault("Cookie", List.of())
          .forEach(cookie -> request.header("Cookie", cookie));
      var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      answer.headers().map().forEach(exchange.getResponseHeaders()::put);
      exchange.getResponseHeaders().remove("content-length");
      exchange.sendResponseHeaders(answer.statusCode(), 0);
      if (!answer.headers().firstValue("content-type").orElse("").startsWith("text/html")) {
        exchange.getResponseBody().write(answer.body());
        return;
      }
      for (String part : new String(answer.body(), StandardCharsets.UTF_8).split("(?<=>)|(?=<)")) {
        exchange.getResponseBody().write(part.getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
        if (!part.isBlank()) {
          Thread.sleep(PAUSE_MILLISECONDS);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
